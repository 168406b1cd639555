import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as org from './org.mjs';
import { DESKTOP, PHONE, button, close, contact, lead, shot } from './browser.mjs';

after(close);

async function until(what, seconds = 60) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const found = await what();
        if (found) {
            return found;
        }
        assert.ok(Date.now() < end, `nothing within ${seconds} s`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/* Leads that the connector itself has handed over. */
async function pending() {
    const leads = await org.records('Lead');
    return leads.filter((each) => each.LeadLoop_Handed_Off_At__c && !each.LeadLoop_Reason__c && each.Status.startsWith('Open'));
}

const contactOf = async (person) => (await org.contacts()).find((each) => each.email === person.Email);

test('two presses in the panel become a reason in HubSpot, and the receipt comes back', async () => {
    const [person] = await pending();
    const page = await lead(person.Id);
    await page.getByText(person.LeadLoop_Definition__c).waitFor();
    await shot(page, 'loop-pending-desktop');
    await button(page, 'Reject').click();
    const choice = page.locator('button[data-code]').first();
    const code = await choice.getAttribute('data-code');
    await choice.click();
    const pressed = Date.now();
    const found = await until(async () => {
        const now = await contactOf(person);
        return now.leadloop_reason_code ? now : undefined;
    });
    console.error(`MEASURED press in the browser to the reason in HubSpot: ${Date.now() - pressed} ms, polling every 2 s`);
    assert.equal(found.leadloop_reason_code, code);
    await page.getByText('You said').waitFor({ timeout: 20000 });
    console.error(`MEASURED press to the receipt on the page: ${Date.now() - pressed} ms`);
    assert.equal(await button(page, 'Undo').count(), 0);
    await shot(page, 'loop-answered-desktop');
    const row = (await org.records('LeadLoop_Handoff__c')).find((each) => each.LeadLoop_Lead__c === person.Id);
    assert.equal(row.LeadLoop_Reason__c, code);
    await page.context().close();
});

test('an answer is corrected within its time: the later one counts', async () => {
    const [person] = await pending();
    const page = await lead(person.Id, { size: PHONE });
    await button(page, 'Reject').click();
    await page.locator('button[data-code]').first().click();
    await until(async () => (await contactOf(person)).leadloop_reason_code);
    await button(page, 'Change answer').click({ timeout: 20000 });
    await button(page, 'Accept').click();
    await until(async () => (await contactOf(person)).leadloop_state === 'accepted');
    assert.equal((await contactOf(person)).leadloop_reason_code ?? '', '');
    await page.getByText('You have this lead: accepted').waitFor();
    assert.equal(await page.getByText('No reason given yet').count(), 0);
    await shot(page, 'loop-corrected-phone');
    await page.context().close();
});

test('acceptance and the comment of a rep reach HubSpot', async () => {
    const [person, other] = await pending();
    const page = await lead(person.Id, { size: DESKTOP });
    await button(page, 'Accept').click();
    await until(async () => (await contactOf(person)).leadloop_state === 'accepted');
    await page.context().close();

    const second = await lead(other.Id);
    await button(second, 'Reject').click();
    await button(second, 'More reasons').click();
    await button(second, /None of these fit/).click();
    await second.getByRole('textbox', { name: 'In your words' }).fill('<b>wrong</b> person 😀');
    await button(second, 'Save').click();
    const found = await until(async () => {
        const now = await contactOf(other);
        return now.leadloop_comment ? now : undefined;
    });
    assert.equal(found.leadloop_comment, '<b>wrong</b> person 😀');
    assert.equal(found.leadloop_reason_code, 'S-NOREASON');
    await second.context().close();
});

/* Sales knows them as contacts already; then they ask to be called. Who works for a large company is handed over. */
async function handedOverAsContact() {
    const strangers = (await org.contacts()).filter((each) => !each.leadloop_state && /VP|Chief|Head/.test(each.jobtitle));
    for (const each of strangers) {
        await org.edit('Contact', { LastName: each.lastname, Email: each.email }, undefined, 'Marco Ruiz');
        await org.submitted(each.hs_object_id, {
            recent_conversion_event_name: 'Demo request: Talk to us',
            recent_conversion_date: new Date(await org.now()).toISOString()
        });
    }
    return until(async () => {
        const rows = await org.records('LeadLoop_Handoff__c');
        return (await org.records('Contact')).find((each) => rows.some((row) => row.LeadLoop_Contact__c === each.Id));
    });
}

test('a contact who never was a lead is rejected in the panel, and the reason is in HubSpot', async () => {
    const person = await handedOverAsContact();
    assert.ok((await org.records('Lead')).every((each) => each.Email !== person.Email));
    const page = await contact(person.Id);
    await page.getByText('asked to be contacted').first().waitFor();
    await shot(page, 'loop-contact-pending-desktop');
    await button(page, 'Reject').click();
    const choice = page.locator('button[data-code]').first();
    const code = await choice.getAttribute('data-code');
    await choice.click();
    const found = await until(async () => {
        const now = await contactOf(person);
        return now.leadloop_reason_code ? now : undefined;
    });
    assert.equal(found.leadloop_reason_code, code);
    await page.getByText('You said').waitFor({ timeout: 20000 });
    await shot(page, 'loop-contact-answered-desktop');
    const row = (await org.records('LeadLoop_Handoff__c')).find((each) => each.LeadLoop_Contact__c === person.Id);
    assert.equal(row.LeadLoop_Reason__c, code);
    assert.equal(row.LeadLoop_Answered_By__c, 'Marco Ruiz');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});
