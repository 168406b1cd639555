import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as org from './org.mjs';
import { DESKTOP, button, close, contact, lead } from './browser.mjs';
import { common, firstReason, look, refusedTogether, text } from './cases.mjs';

before(org.reset);
after(close);

const made = (more) => org.handedOff({ type: 'Contact', ...more });
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

look(common('Contact'), 'on a contact, ', 'contact-');
refusedTogether('Contact');

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
