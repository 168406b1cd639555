import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as org from './org.mjs';
import { DESKTOP, PHONE, button, contact, lead, open, shot, violations } from './browser.mjs';

export const text = (page, part) => page.getByText(part).first();
export const firstReason = (page) => page.locator('button[data-code]').first();

const SHOW = { Lead: lead, Contact: contact };
const NURTURED = { Lead: {}, Contact: { LeadLoop_Status__c: 'nurture' } };

/* What the panel shows on a lead and on a contact alike: what makes each state, and what must be on the page before it is
   looked at. */
export function common(type) {
    const made = (more) => org.handedOff({ type, ...more });
    const shown = async (size, more) => SHOW[type]((await made(more)).id, { size });
    const states = {
        pending: async (size) => {
            const page = await shown(size);
            await button(page, 'Accept').waitFor();
            await text(page, 'What happened').waitFor();
            return page;
        },
        rejecting: async (size) => {
            const page = await states.pending(size);
            await button(page, 'Reject').click();
            await firstReason(page).waitFor();
            return page;
        },
        'just-rejected': async (size) => {
            const page = await states.rejecting(size);
            await firstReason(page).click();
            await button(page, 'Undo').waitFor();
            return page;
        },
        accepted: async (size) => {
            const page = await states.pending(size);
            await button(page, 'Accept').click();
            await button(page, 'Undo').waitFor();
            return page;
        },
        answered: async (size) => {
            const fields = {
                ...NURTURED[type],
                LeadLoop_Reason__c: 'F-ENGAGE',
                LeadLoop_Comment__c: 'one e-book, six weeks ago <b>really</b> 😀',
                LeadLoop_Receipt__c: 'You said: Too little activity. We did: nurture 30 days until 1 Apr 2026.'
            };
            const page = await shown(size, { fields, state: 'nurture' });
            await text(page, 'nurture 30 days until 1 Apr 2026').waitFor();
            return page;
        },
        'second-cycle': async (size) => {
            const page = await shown(size, { cycle: 2 });
            await text(page, 'Earlier cycles').waitFor();
            return page;
        },
        'quick-action': async (size) => {
            const page = await open('action', { recordId: (await made()).id, objectApiName: type }, { size });
            await button(page, 'Accept').waitFor();
            return page;
        }
    };
    return states;
}

/* A picture of each state at both widths; nothing sticks out, a screen reader finds nothing missing. */
export function look(states, where, prefix) {
    for (const [name, make] of Object.entries(states)) {
        for (const [width, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
            test(`${where}${name} looks right to a screen reader and fits, on a ${width}`, async () => {
                const page = await make(size);
                await shot(page, `${prefix}${name}-${width}`);
                assert.deepEqual(await violations(page), []);
                const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
                assert.ok(wider <= 0, `the page is ${wider} px too wide`);
                assert.deepEqual(page.complaints, []);
                await page.context().close();
            });
        }
    }
}

/* Neither the record nor its row keeps an answer that one of them refuses. */
export function refusedTogether(type) {
    test('a row that refuses leaves the record as it was, too', async () => {
        const { id, row } = await org.handedOff({ type });
        const page = await SHOW[type](id);
        await button(page, 'Reject').click();
        await org.act('validation-rule', {
            type: 'LeadLoop_Handoff__c',
            changed: 'LeadLoop_Reason__c',
            when: 'LeadLoop_Reason__c=*',
            message: 'This hand-off is closed.'
        });
        await firstReason(page).click();
        await text(page, 'This hand-off is closed.').waitFor();
        await org.act('no-rules');
        for (const record of [await org.one(type, id), await org.one('LeadLoop_Handoff__c', row)]) {
            assert.deepEqual([record.LeadLoop_Reason__c, record.LeadLoop_Comment__c], ['', '']);
        }
        await page.context().close();
    });
}
