import { createElement } from 'lwc';
import { getRecords, updateRecord } from 'lightning/uiRecordApi';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import LeadLoopRejectSelected from 'c/leadLoopRejectSelected';
import { deep, lead, settled, values } from '../../../../../../test/support/org';

let element;

function selected(count, changes = () => ({})) {
    return Array.from({ length: count }, (_, index) => {
        const record = lead({ Name: `Lead ${index}`, ...changes(index) });
        return { ...record, id: `00Q${index}` };
    });
}

async function shown(records) {
    element = createElement('c-lead-loop-reject-selected', { is: LeadLoopRejectSelected });
    element.ids = records.map((record) => record.id);
    document.body.appendChild(element);
    getObjectInfo.emit({ defaultRecordTypeId: '012000000000000AAA' });
    getPicklistValues.emit(values('F-SIZE', 'R-DUP', 'S-NOREASON'));
    getRecords.emit({ results: records.slice(0, 200).map((result) => ({ statusCode: 200, result })) });
    await settled();
}

const one = (selector) => deep(element, selector)[0];
const press = async (selector) => {
    one(selector).click();
    await settled();
};

async function reject() {
    await press('[data-id="reject"]');
    await press('[data-code="R-DUP"]');
    await press('[data-id="confirm"]');
    for (let i = 0; i < 60; i++) {
        // eslint-disable-next-line no-await-in-loop
        await settled();
    }
}

describe('rejecting selected leads', () => {
    beforeEach(() => updateRecord.mockResolvedValue({}));

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('gives one reason to 200, each by itself and once', async () => {
        await shown(selected(200));
        await reject();

        const ids = updateRecord.mock.calls.map(([{ fields }]) => fields.Id);
        expect(new Set(ids).size).toBe(200);
        expect(ids).toHaveLength(200);
        expect(updateRecord.mock.calls[0][0].fields.LeadLoop_Reason__c).toBe('R-DUP');
        expect(one('[data-id="summary"]').textContent).toBe('200 rejected: Duplicate.');
    });

    it('leaves leads alone that do not wait for an answer', async () => {
        await shown(selected(3, (index) => (index === 1 ? { LeadLoop_Handed_Off_At__c: null, LeadLoop_Cycle__c: null } : {})));
        expect(one('[data-id="summary"]').textContent).toContain('2 of 3 selected leads wait for an answer. 1 do not');
        await reject();

        expect(updateRecord.mock.calls.map(([{ fields }]) => fields.Id)).toEqual(['00Q0', '00Q2']);
    });

    it("names those that the org refuses, in the org's words", async () => {
        updateRecord.mockRejectedValueOnce({ body: { message: 'Locked for approval' } });
        await shown(selected(2));
        await reject();

        expect(one('[data-id="summary"]').textContent).toContain('1 rejected, 1 not');
        expect(one('[data-id="failures"]').textContent).toBe('Lead 0: Locked for approval');
    });

    it('takes no more than 200', async () => {
        await shown(selected(201));

        expect(one('[data-id="summary"]').textContent).toContain('Only the first 200 are taken');
    });

    it('asks to select some', async () => {
        await shown([]);

        expect(one('[data-id="summary"]').textContent).toBe('Select leads in the list first.');
    });
});
