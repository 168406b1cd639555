import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as org from './org.mjs';
import { DESKTOP, PHONE, button, close, contact, lead, open, shot, violations } from './browser.mjs';

before(org.reset);
after(close);

const made = (more) => org.handedOff({ type: 'Contact', ...more });
const text = (page, part) => page.getByText(part).first();
const firstReason = (page) => page.locator('button[data-code]').first();
const NOTHING = ['', ''];

/* Reason and comment, as they stand in the contact and in its row. */
async function saved({ id, row }) {
    const both = [await org.one('Contact', id), await org.one('LeadLoop_Handoff__c', row)];
    const [person, kept] = both.map((each) => [each.LeadLoop_Reason__c, each.LeadLoop_Comment__c]);
    return { person, kept };
}

async function rejected(size) {
    const where = await made();
    const page = await contact(where.id, { size });
    await button(page, 'Reject').click();
    await firstReason(page).click();
    await button(page, 'Undo').waitFor();
    return { page, ...where };
}

const STATES = {
    pending: async (size) => {
        const page = await contact((await made()).id, { size });
        await button(page, 'Accept').waitFor();
        await text(page, 'What happened').waitFor();
        return page;
    },
    rejecting: async (size) => {
        const page = await STATES.pending(size);
        await button(page, 'Reject').click();
        await firstReason(page).waitFor();
        return page;
    },
    'just-rejected': async (size) => (await rejected(size)).page,
    accepted: async (size) => {
        const page = await STATES.pending(size);
        await button(page, 'Accept').click();
        await button(page, 'Disqualify').waitFor();
        return page;
    },
    answered: async (size) => {
        const receipt = 'You said: Too little activity. We did: nurture 30 days until 1 Apr 2026.';
        const fields = { LeadLoop_Reason__c: 'F-ENGAGE', LeadLoop_Receipt__c: receipt, LeadLoop_Status__c: 'nurture' };
        const page = await contact((await made({ fields, state: 'nurture' })).id, { size });
        await text(page, 'nurture 30 days until 1 Apr 2026').waitFor();
        return page;
    },
    'second-cycle': async (size) => {
        const page = await contact((await made({ cycle: 2 })).id, { size });
        await text(page, 'Earlier cycles').waitFor();
        return page;
    },
    'quick-action': async (size) => {
        const page = await open('action', { recordId: (await made()).id, objectApiName: 'Contact' }, { size });
        await button(page, 'Accept').waitFor();
        return page;
    }
};

for (const [name, make] of Object.entries(STATES)) {
    for (const [width, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
        test(`on a contact, ${name} looks right to a screen reader and fits, on a ${width}`, async () => {
            const page = await make(size);
            await shot(page, `contact-${name}-${width}`);
            assert.deepEqual(await violations(page), []);
            const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            assert.ok(wider <= 0, `the page is ${wider} px too wide`);
            assert.deepEqual(page.complaints, []);
            await page.context().close();
        });
    }
}

test('a contact shows word for word what a lead shows', async () => {
    const at = await org.now();
    const pages = [
        await lead((await org.handedOff({ cycle: 2, entries: 8 })).id, { at }),
        await contact((await made({ cycle: 2, entries: 8 })).id, { at })
    ];
    const words = [];
    for (const page of pages) {
        await text(page, 'Earlier cycles').waitFor();
        await button(page, 'Reject').click();
        await firstReason(page).waitFor();
        words.push(await page.locator('#host').innerText());
        await page.context().close();
    }
    assert.match(words[0], /Why not\?/);
    assert.equal(words[1], words[0]);
});

test('accept is one press, and stands in the contact', async () => {
    const { id } = await made();
    const page = await contact(id);
    await button(page, 'Accept').click();
    await button(page, 'Disqualify').waitFor();
    const person = await org.one('Contact', id);
    assert.equal(person.LeadLoop_Status__c, 'accepted');
    assert.equal(person.LeadLoop_Reason__c, '');
    await button(page, 'Undo').click();
    await button(page, 'Accept').waitFor();
    assert.equal((await org.one('Contact', id)).LeadLoop_Status__c, 'handed_off');
    await page.context().close();
});

test('reject is two presses, saves contact and row in one call, and undo empties both', async () => {
    const where = await made();
    const page = await contact(where.id);
    const calls = [];
    page.on('request', (request) => {
        const body = request.postData() ?? '';
        if (request.method() === 'PATCH' || body.includes('mutation')) {
            calls.push(`${request.method()} ${body.match(/ContactUpdate\(|LeadLoop_Handoff__cUpdate\(/g)}`);
        }
    });
    await button(page, 'Reject').click();
    await firstReason(page).click();
    await button(page, 'Undo').waitFor();
    assert.deepEqual(calls, ['POST ContactUpdate(,LeadLoop_Handoff__cUpdate(']);
    assert.deepEqual(await saved(where), { person: ['F-SIZE', ''], kept: ['F-SIZE', ''] });
    await button(page, 'Undo').click();
    await button(page, 'Accept').waitFor();
    assert.deepEqual(await saved(where), { person: NOTHING, kept: NOTHING });
    await page.context().close();
});

test('a comment after the reason stands in contact and row', async () => {
    const { page, ...where } = await rejected(DESKTOP);
    await button(page, 'Add a comment').click();
    await page.getByRole('textbox').fill('left the company');
    await button(page, 'Save comment').click();
    await page.getByText('Comment saved').waitFor({ state: 'attached' });
    assert.deepEqual(await saved(where), { person: ['F-SIZE', 'left the company'], kept: ['F-SIZE', 'left the company'] });
    await page.context().close();
});

test('a row that refuses leaves the contact as it was, too', async () => {
    const where = await made();
    const page = await contact(where.id);
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
    assert.deepEqual(await saved(where), { person: NOTHING, kept: NOTHING });
    await page.context().close();
});

test('a disqualification after acceptance stands in the contact', async () => {
    const where = await made({ fields: { LeadLoop_Status__c: 'accepted' }, state: 'accepted' });
    const page = await contact(where.id);
    await button(page, 'Disqualify').click();
    await firstReason(page).waitFor();
    const code = await firstReason(page).getAttribute('data-code');
    await firstReason(page).click();
    await button(page, 'Undo').waitFor();
    assert.deepEqual(await saved(where), { person: [code, ''], kept: [code, ''] });
    await page.context().close();
});
