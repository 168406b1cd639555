import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as org from './org.mjs';
import { DESKTOP, PHONE, button, close, lead, shot } from './browser.mjs';

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

const contactOf = async (person) => (await org.contacts()).find((contact) => contact.email === person.Email);

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
    const contact = await until(async () => {
        const found = await contactOf(person);
        return found.leadloop_reason_code ? found : undefined;
    });
    console.error(`MEASURED press in the browser to the reason in HubSpot: ${Date.now() - pressed} ms, polling every 2 s`);
    assert.equal(contact.leadloop_reason_code, code);
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
    const contact = await until(async () => {
        const found = await contactOf(other);
        return found.leadloop_comment ? found : undefined;
    });
    assert.equal(contact.leadloop_comment, '<b>wrong</b> person 😀');
    assert.equal(contact.leadloop_reason_code, 'S-NOREASON');
    await second.context().close();
});
