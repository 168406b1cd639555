import { createElement } from 'lwc';
import { createRecord } from 'lightning/uiRecordApi';
import LeadLoopContent from 'c/leadLoopContent';
import { LEAD_ID, settled } from '../../../../../../test/support/org';

function shown(timeline) {
    const element = createElement('c-lead-loop-content', { is: LeadLoopContent });
    element.recordId = LEAD_ID;
    element.timeline = timeline;
    document.body.appendChild(element);
    return element;
}

const titles = (element) => [...element.shadowRoot.querySelectorAll('.title')].map((each) => each.textContent);

describe('content', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('is what the person used, three at most, each once', () => {
        const element = shown(
            ['Demo request: Talk', 'E-book: A', 'E-book: A', 'Webinar: B', 'Docs page: C', 'E-book: D']
                .map((text) => `1 Mar 2026  ${text}`)
                .join('\n')
        );

        expect(titles(element)).toEqual(['E-book: A', 'Webinar: B', 'Docs page: C']);
    });

    it('takes a vote by one press, once', async () => {
        createRecord.mockResolvedValue({ id: '00T' });
        const element = shown('1 Mar 2026  E-book: A');
        const button = element.shadowRoot.querySelector('button[data-vote="helped"]');
        button.click();
        button.click();
        await settled();

        expect(createRecord).toHaveBeenCalledTimes(1);
        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'Task',
            fields: { Subject: 'Content helped: E-book: A', Status: 'Completed', WhoId: LEAD_ID }
        });
        expect(element.shadowRoot.querySelector('.votes').textContent).toBe('You said: helped');
    });

    it('says what went wrong', async () => {
        createRecord.mockRejectedValue({ body: { message: 'No tasks today' } });
        const element = shown('1 Mar 2026  E-book: A');
        element.shadowRoot.querySelector('button').click();
        await settled();

        expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toBe('No tasks today');
    });

    it('is not there without any', () => {
        expect(shown('1 Mar 2026  Demo request: Talk').shadowRoot.querySelector('section')).toBeNull();
    });
});
