import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as org from './org.mjs';
import { DESKTOP, button, close, lead, open, violations } from './browser.mjs';
import { common, firstReason, look, refusedTogether, text } from './cases.mjs';

before(org.reset);
after(close);

const STATES = {
    ...common('Lead'),
    'more-reasons': async (size) => {
        const page = await STATES.rejecting(size);
        await button(page, 'More reasons').click();
        await text(page, 'None of these fit').waitFor();
        return page;
    },
    'asking-for-words': async (size) => {
        const page = await STATES['more-reasons'](size);
        await button(page, /None of these fit/).click();
        await button(page, 'Save').click();
        await text(page, 'A few words, please').waitFor();
        return page;
    },
    'asking-for-a-day': async (size) => {
        const { id } = await org.handedOff({ fields: { Status: 'Working' }, state: 'accepted' });
        const page = await lead(id, { size });
        await button(page, 'Disqualify').click();
        await button(page, /Right, but later/).click();
        await button(page, 'In 3 months').waitFor();
        return page;
    },
    error: async (size) => {
        const page = await STATES.rejecting(size);
        await org.act('validation-rule', {
            type: 'Lead',
            changed: 'LeadLoop_Reason__c',
            when: 'LeadLoop_Reason__c=*',
            message: 'Leads of Northwind are answered by the partner desk. Ask Ana.'
        });
        await firstReason(page).click();
        await page.getByText('Leads of Northwind are answered by the partner desk. Ask Ana.', { exact: true }).waitFor();
        await org.act('no-rules');
        return page;
    },
    overdue: async (size) => {
        const page = await lead((await org.handedOff({ answerIn: -2 })).id, { size });
        await text(page, 'Overdue by 2 h 0 min').waitFor();
        await button(page, 'Accept').waitFor();
        return page;
    },
    'half-installed': async (size) => {
        const fields = ['Lead.LeadLoop_Reason__c', 'Lead.LeadLoop_Timeline__c', 'LeadLoop_Handoff__c.LeadLoop_Reason__c'];
        await Promise.all(fields.map((field) => org.act('field-access', { field, access: 'hidden' })));
        try {
            const page = await lead((await org.handedOff()).id, { size });
            await text(page, 'You cannot see the field Rejection Reason').waitFor();
            await text(page, 'What Happened').waitFor();
            return page;
        } finally {
            await Promise.all(fields.map((field) => org.act('field-access', { field, access: 'edit' })));
        }
    },
    'nothing-to-answer': async (size) => {
        const person = await org.edit('Lead', { LastName: 'New', Company: 'Northwind' });
        const page = await lead(person.Id, { size });
        await text(page, 'There is nothing to answer').waitFor();
        return page;
    },
    'reject-selected': async (size) => {
        const ids = [];
        for (let i = 0; i < 3; i++) {
            ids.push((await org.handedOff()).id);
        }
        const page = await open('selected', { ids }, { size });
        await button(page, 'Reject').click();
        await button(page, /Duplicate/).click();
        await button(page, 'Reject 3 leads').waitFor();
        return page;
    }
};

look(STATES, '', '');
refusedTogether('Lead');

test('a planted grey heading would be found', async () => {
    const page = await STATES.pending(DESKTOP);
    await page.getByRole('heading', { name: 'Why this lead' }).evaluate((heading) => {
        heading.style.color = '#bbbbbb';
    });
    assert.match((await violations(page)).join(), /color-contrast/);
    await page.context().close();
});

test('the keyboard alone rejects by the suggested reason', async () => {
    const { id, row } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('button[data-code]:focus').waitFor();
    await page.keyboard.press('Enter');
    await button(page, 'Undo').waitFor();
    assert.equal((await org.one('Lead', id)).LeadLoop_Reason__c, 'F-SIZE');
    assert.equal((await org.one('LeadLoop_Handoff__c', row)).LeadLoop_Reason__c, 'F-SIZE');
    await page.context().close();
});

test('undo puts back what was there, in both records', async () => {
    const { id, row } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').click();
    await firstReason(page).click();
    await button(page, 'Undo').click();
    await button(page, 'Accept').waitFor();
    assert.equal((await org.one('Lead', id)).LeadLoop_Reason__c, '');
    assert.equal((await org.one('LeadLoop_Handoff__c', row)).LeadLoop_Reason__c, '');
    await page.context().close();
});

test('a button that is pressed twice writes once', async () => {
    const { id } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').click();
    await firstReason(page).dblclick();
    await button(page, 'Undo').waitFor();
    const written = (await org.journal('Lead')).filter((entry) => entry.id === id && 'LeadLoop_Reason__c' in entry.fields);
    assert.equal(written.length, 1);
    await page.context().close();
});

test('what somebody else answered meanwhile is not written over', async () => {
    const { id } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').click();
    await org.edit('Lead', { LeadLoop_Reason__c: 'R-DUP' }, id, 'Ana Novak');
    await firstReason(page).click();
    await text(page, 'Somebody changed this record meanwhile').waitFor();
    assert.equal((await org.one('Lead', id)).LeadLoop_Reason__c, 'R-DUP');
    await page.context().close();
});

test('a record that was deleted meanwhile is said to be gone', async () => {
    const { id } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').click();
    await org.act('delete', { id });
    await firstReason(page).click();
    await text(page, 'not there any more').waitFor();
    await page.context().close();
});

test('a reason that the org offers no more is not offered, and refused in plain words if it was', async () => {
    const { id } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').click();
    await firstReason(page).waitFor();
    await org.act('picklist-value', { field: 'Lead.LeadLoop_Reason__c', value: 'F-SIZE', active: 'false' });
    await firstReason(page).click();
    await text(page, 'not offered any more').waitFor();
    const again = await lead(id);
    await button(again, 'Reject').click();
    assert.notEqual(await firstReason(again).getAttribute('data-code'), 'F-SIZE');
    await org.act('picklist-value', { field: 'Lead.LeadLoop_Reason__c', value: 'F-SIZE', active: 'true' });
    await page.context().close();
    await again.context().close();
});

test('40,000 characters, HTML and emoji stay text, and what fits is kept', async () => {
    const { id } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'Reject').click();
    await firstReason(page).click();
    await button(page, 'Add a comment').click();
    const words = '<img src=x onerror=alert(1)> 😀 ';
    await page.getByRole('textbox').fill(words + 'x'.repeat(40000));
    await button(page, 'Save comment').click();
    await page.getByText('Comment saved').or(page.locator('[data-id="fault"]')).first().waitFor({ state: 'attached' });
    const saved = (await org.one('Lead', id)).LeadLoop_Comment__c;
    const refused = await page.locator('[data-id="fault"]').count();
    assert.ok(saved.startsWith(words.trim()) || refused === 1, 'neither kept nor refused in words');
    assert.ok(saved.length <= 32000);
    assert.equal(await page.locator('img').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
});

test('one press votes for content, and it is kept', async () => {
    const { id } = await org.handedOff();
    const page = await lead(id);
    await button(page, 'E-book: Pipeline basics helped').click();
    await text(page, 'You said: helped').waitFor();
    const tasks = (await org.records('Task')).filter((task) => task.WhoId === id);
    assert.deepEqual(
        tasks.map((task) => [task.Subject, task.Status]),
        [['Content helped: E-book: Pipeline basics', 'Completed']]
    );
    await page.context().close();
});

test('the quick action saves, says so and closes', async () => {
    const { id } = await org.handedOff();
    const page = await open('action', { recordId: id, objectApiName: 'Lead' });
    await button(page, 'Accept').click();
    await page.waitForFunction(() => window.isClosed);
    assert.equal((await org.one('Lead', id)).Status, 'Working');
    assert.equal(await page.evaluate(() => window.toasts.length), 1);
    await page.context().close();
});

test('200 selected leads get one reason', async () => {
    const ids = [];
    for (let i = 0; i < 200; i++) {
        ids.push((await org.handedOff({ entries: 1 })).id);
    }
    const page = await open('selected', { ids });
    await button(page, 'Reject').click();
    await button(page, /Duplicate/).click();
    const from = Date.now();
    await button(page, 'Reject 200 leads').click();
    await page.getByText('200 rejected: Duplicate.').waitFor({ timeout: 60000 });
    console.error(`MEASURED 200 selected leads rejected in ${Date.now() - from} ms`);
    const rejected = (await org.records('Lead')).filter((each) => ids.includes(each.Id) && each.LeadLoop_Reason__c === 'R-DUP');
    assert.equal(rejected.length, 200);
    await page.context().close();
});

test('it can be answered within a second, with 50 entries and 5 cycles', async () => {
    const { id } = await org.handedOff({ entries: 50, cycle: 5 });
    const times = [];
    for (let i = 0; i < 10; i++) {
        const page = await open('panel', {});
        const took = await page.evaluate(async (recordId) => {
            const from = performance.now();
            window.show('panel', { recordId, objectApiName: 'Lead' });
            const ready = () => {
                const buttons = [...document.querySelectorAll('*')].flatMap((each) =>
                    each.shadowRoot ? [...each.shadowRoot.querySelectorAll('[data-id="reject"]')] : []
                );
                return buttons.length > 0;
            };
            const deep = (root) =>
                [...root.querySelectorAll('*')].some(
                    (each) => each.matches('[data-id="reject"]') || (each.shadowRoot && deep(each.shadowRoot))
                );
            while (!ready() && !deep(document)) {
                await new Promise((resolve) => requestAnimationFrame(resolve));
            }
            return performance.now() - from;
        }, id);
        await page.getByText('Cycle 4').waitFor();
        times.push(Math.round(took));
        await page.context().close();
    }
    times.sort((one, other) => one - other);
    console.error(`MEASURED interactive after ${times[4]} ms (median), ${times.at(-1)} ms (worst of 10); 50 entries, 5 cycles`);
    assert.ok(times.at(-1) < 1000, `${times}`);
});

test('no reason takes more than five presses, half of them no more than three', async () => {
    const seen = new Map();
    for (const accepted of [false, true]) {
        const made = () =>
            accepted ? org.handedOff({ fields: { Status: 'Working' }, state: 'accepted' }) : org.handedOff();
        const look = await lead((await made()).id);
        await button(look, accepted ? 'Disqualify' : 'Reject').click();
        await button(look, 'More reasons').click();
        const codes = await look.locator('button[data-code]').evaluateAll((all) => all.map((each) => each.dataset.code));
        await look.context().close();
        for (const code of codes.filter((each) => !seen.has(each))) {
            const { id } = await made();
            seen.set(code, await pressesFor(code, id, accepted));
            assert.equal((await org.one('Lead', id)).LeadLoop_Reason__c, code);
        }
    }
    const all = [...seen.values()].sort((one, other) => one - other);
    const median = all[Math.floor((all.length - 1) / 2)];
    console.error(
        `MEASURED presses for ${all.length} reasons: suggested ${seen.get('F-SIZE')}, median ${median}, most ${all.at(-1)}`
    );
    assert.equal(seen.get('F-SIZE'), 2);
    assert.ok(median <= 3 && all.at(-1) <= 5, JSON.stringify([...seen]));
});

async function pressesFor(code, id, accepted) {
    const page = await lead(id);
    let presses = 0;
    const press = async (target) => {
        await target.click();
        presses += 1;
    };
    const choice = page.locator(`button[data-code="${code}"]`);
    await press(button(page, accepted ? 'Disqualify' : 'Reject'));
    await firstReason(page).waitFor();
    if ((await choice.count()) === 0) {
        await press(button(page, 'More reasons'));
    }
    await press(choice);
    const day = button(page, 'In 3 months');
    const words = page.getByRole('textbox', { name: 'In your words' });
    const saved = button(page, 'Undo');
    await day.or(words).or(saved).first().waitFor();
    if (await words.isVisible()) {
        await words.fill('because');
        await press(button(page, 'Save'));
    } else if (await day.isVisible()) {
        await press(day);
    }
    await saved.waitFor();
    await page.context().close();
    return presses;
}
