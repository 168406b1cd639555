import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { codeOf, login } from './org.js';
import { clock, fault, pass, salesforce } from './vendors.js';

const LEADS = 450;
let org;

before(async () => {
    org = await login();
});

test('creates 450 leads in collections of 200', async () => {
    const rows = Array.from({ length: LEADS }, (_, i) => ({
        LastName: `Person ${String(i).padStart(3, '0')}`,
        Company: 'Paging',
        LeadLoop_Key__c: `page-${i}`,
    }));
    const results = await org.sobject('Lead').create(rows, { allowRecursive: true });
    assert.equal(results.length, LEADS);
    assert.ok(results.every((row) => row.success && row.id.length === 18 && row.errors.length === 0));
});

test('queries page by page with queryMore', async () => {
    const sizes = [];
    const ids = new Set();
    let page = await org.query("SELECT Id, LastName FROM Lead WHERE Company = 'Paging' ORDER BY LastName", {
        headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    for (;;) {
        assert.equal(page.totalSize, LEADS);
        sizes.push(page.records.length);
        page.records.forEach((row) => ids.add(row.Id));
        if (page.done) break;
        page = await org.queryMore(page.nextRecordsUrl, { headers: { 'Sforce-Query-Options': 'batchSize=200' } });
    }
    assert.deepEqual(sizes, [200, 200, 50]);
    assert.equal(ids.size, LEADS);
});

test('fetches all pages by itself', async () => {
    const all = await org.query("SELECT Id FROM Lead WHERE Company = 'Paging'", {
        autoFetch: true,
        maxFetch: 1000,
        headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    assert.equal(all.records.length, LEADS);
});

test('finds, sorts, limits and counts through its own query builder', async () => {
    const leads = org.sobject('Lead');
    const found = await leads
        .find({ Company: 'Paging', LastName: { $like: 'Person 00%' } }, ['Id', 'LastName', 'Owner.Name'])
        .sort({ LastName: -1 })
        .limit(3);
    assert.deepEqual(found.map((row) => row.LastName), ['Person 009', 'Person 008', 'Person 007']);
    assert.equal(found[0].attributes.type, 'Lead');
    assert.equal(typeof found[0].Owner.Name, 'string');
    assert.equal(await leads.count({ LastName: { $like: 'Person 00%' } }), 10);
});

test('describes the org and a lead with our external key', async () => {
    const global = await org.describeGlobal();
    assert.ok(global.sobjects.some((each) => each.name === 'LeadLoop_Handoff__c' && each.custom));
    const lead = await org.describe('Lead');
    const key = lead.fields.find((each) => each.name === 'LeadLoop_Key__c');
    assert.ok(key.externalId && key.unique && key.idLookup);
    const reason = lead.fields.find((each) => each.name === 'LeadLoop_Reason__c');
    assert.ok(reason.picklistValues.length >= 30 && reason.picklistValues.every((each) => each.active));
});

test('upserts one by key: made, then changed, never doubled', async () => {
    const row = { LeadLoop_Key__c: 'one', LastName: 'Stone', Company: 'Upsert' };
    const made = await org.sobject('Lead').upsert({ ...row }, 'LeadLoop_Key__c');
    const again = await org.sobject('Lead').upsert({ ...row, Title: 'CFO' }, 'LeadLoop_Key__c');
    assert.equal(made.created, true);
    assert.equal(again.created, false);
    assert.equal(again.id, made.id);
    const stored = await org.sobject('Lead').retrieve(made.id);
    assert.equal(stored.Title, 'CFO');
    assert.equal(await org.sobject('Lead').count({ Company: 'Upsert' }), 1);
});

test('upserts many by key, with old and new rows mixed', async () => {
    const rows = ['one', 'two', 'three'].map((key) => ({ LeadLoop_Key__c: key, LastName: key, Company: 'Upsert' }));
    const results = await org.sobject('Lead').upsert(rows, 'LeadLoop_Key__c');
    assert.deepEqual(results.map((row) => row.created), [false, true, true]);
});

test('gets a row error for a bad row and the id of its good neighbour', async () => {
    const [good, bad] = await org.sobject('Lead').create([
        { LastName: 'Good', Company: 'Rows' },
        { LastName: 'Bad', Company: 'Rows', LeadLoop_Reason__c: 'TOO-COLD' },
    ]);
    assert.equal(good.success, true);
    assert.equal(bad.success, false);
    assert.equal(bad.errors[0].statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.deepEqual(bad.errors[0].fields, ['LeadLoop_Reason__c']);
});

test('rolls all back when it asks for all or none', async () => {
    const results = await org.sobject('Lead').create(
        [
            { LastName: 'Good', Company: 'Nothing' },
            { Company: 'Nothing' },
        ],
        { allOrNone: true },
    );
    assert.deepEqual(results.map((row) => row.errors[0].statusCode), [
        'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        'REQUIRED_FIELD_MISSING',
    ]);
    assert.equal(await org.sobject('Lead').count({ Company: 'Nothing' }), 0);
});

test('gets an error with its code for a single bad row', async () => {
    const missing = await codeOf(org.sobject('Lead').create({ Company: 'Rows' }));
    assert.equal(missing, 'REQUIRED_FIELD_MISSING');
    assert.equal(await codeOf(org.sobject('Lead').retrieve('00Q000000000999EAA')), 'NOT_FOUND');
});

test('updates one and many, and empties with null', async () => {
    const [one, two] = await org.sobject('Lead').create([
        { LastName: 'One', Company: 'Update', Title: 'Before' },
        { LastName: 'Two', Company: 'Update' },
    ]);
    await org.sobject('Lead').update({ Id: one.id, Title: null, NumberOfEmployees: 12 });
    const results = await org.sobject('Lead').update([
        { Id: one.id, HasOptedOutOfEmail: true },
        { Id: two.id, Title: 'Boss' },
    ]);
    assert.ok(results.every((row) => row.success));
    const stored = await org.sobject('Lead').retrieve(one.id);
    assert.equal(stored.Title, null);
    assert.equal(stored.NumberOfEmployees, 12);
    assert.equal(stored.HasOptedOutOfEmail, true);
});

test('retrieves many in the order of their ids, with null for what is not there', async () => {
    const [one, two] = await org.sobject('Lead').create([
        { LastName: 'First', Company: 'Retrieve' },
        { LastName: 'Second', Company: 'Retrieve' },
    ]);
    const found = await org.retrieve('Lead', [two.id, '00Q000000000999EAA', one.id], { fields: ['Id', 'LastName'] });
    assert.deepEqual(found.map((row) => row?.LastName ?? null), ['Second', null, 'First']);
});

test('deletes one and many; the bin shows them to those that scan all', async () => {
    const rows = await org.sobject('Lead').create(
        ['A', 'B', 'C'].map((name) => ({ LastName: name, Company: 'Delete' })),
    );
    await org.sobject('Lead').destroy(rows[0].id);
    const results = await org.sobject('Lead').destroy([rows[1].id, rows[2].id]);
    assert.ok(results.every((row) => row.success));
    const soql = "SELECT Id, IsDeleted FROM Lead WHERE Company = 'Delete'";
    assert.equal((await org.query(soql)).totalSize, 0);
    const all = await org.query(soql, { scanAll: true });
    assert.deepEqual(all.records.map((row) => row.IsDeleted), [true, true, true]);
});

test('asks which leads changed and which went in a span', async () => {
    const from = await clock(salesforce);
    const [stays, goes] = await org.sobject('Lead').create([
        { LastName: 'Stays', Company: 'Span' },
        { LastName: 'Goes', Company: 'Span' },
    ]);
    await org.sobject('Lead').destroy(goes.id);
    await pass(salesforce, 'PT3M');
    const to = await clock(salesforce);
    const updated = await org.sobject('Lead').updated(from, to);
    const deleted = await org.sobject('Lead').deleted(from, to);
    assert.ok(updated.ids.includes(stays.id) && !updated.ids.includes(goes.id));
    assert.ok(updated.latestDateCovered);
    assert.ok(deleted.deletedRecords.some((row) => row.id === goes.id && row.deletedDate));
    assert.ok(deleted.earliestDateAvailable);
});

test('gets the code of what is wrong with a query', async () => {
    assert.equal(await codeOf(org.query('SELECT Nonsense__c FROM Lead')), 'INVALID_FIELD');
    assert.equal(await codeOf(org.query('SELECT Id FROM Nonsense')), 'INVALID_TYPE');
    assert.equal(await codeOf(org.query('SELECT FROM Lead')), 'MALFORMED_QUERY');
    assert.equal(await codeOf(org.queryMore('0r8000000000999AAA-200')), 'INVALID_QUERY_LOCATOR');
});

test('reads the limits and sees its calls counted', async () => {
    const limits = await org.limits();
    assert.ok(limits.DailyApiRequests.Remaining < limits.DailyApiRequests.Max);
    const before = org.limitInfo.apiUsage.used;
    await org.limits();
    assert.equal(org.limitInfo.apiUsage.used, before + 1);
});

test('logs in again when its session ended, and repeats the call', async () => {
    const token = org.accessToken;
    await fault(salesforce, 'expire-tokens');
    const page = await org.query("SELECT Id FROM Lead WHERE Company = 'Upsert'");
    assert.equal(page.totalSize, 3);
    assert.notEqual(org.accessToken, token);
});

test('is told that the daily limit is used up', async () => {
    await fault(salesforce, 'request-limit', {}, 1);
    assert.equal(await codeOf(org.query('SELECT Id FROM Lead LIMIT 1')), 'REQUEST_LIMIT_EXCEEDED');
});
