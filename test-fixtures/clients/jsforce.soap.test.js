import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { codeOf, login } from './org.js';
import { clock, fault, salesforce } from './vendors.js';

let org;

before(async () => {
    org = await login();
});

test('asks for the time and the user', async () => {
    const time = await org.soap.getServerTimestamp();
    assert.equal(new Date(time.timestamp).getTime(), Math.floor((await clock(salesforce)).getTime() / 1000) * 1000);
    const user = await org.soap.getUserInfo();
    assert.equal(user.userName, 'integration@leadloop.example');
    assert.ok(user.sessionSecondsValid > 0);
});

test('creates rows and gets a row error for the bad one', async () => {
    const [good, bad] = await org.soap.create([
        { type: 'Lead', LastName: 'Öz & <Co>', Company: 'Soap' },
        { type: 'Lead', LastName: 'Bad', Company: 'Soap', LeadLoop_Reason__c: 'TOO-COLD' },
    ]);
    assert.equal(good.success, true);
    assert.equal(bad.success, false);
    assert.equal(bad.errors[0].statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal((await org.sobject('Lead').retrieve(good.id)).LastName, 'Öz & <Co>');
});

test('upserts by key: made, then changed', async () => {
    const row = { type: 'Lead', LeadLoop_Key__c: 'soap-one', LastName: 'Stone', Company: 'Soap' };
    const [made] = await org.soap.upsert('LeadLoop_Key__c', [row]);
    const [again] = await org.soap.upsert('LeadLoop_Key__c', [{ ...row, Title: 'CFO' }]);
    assert.deepEqual([made.created, again.created], [true, false]);
    assert.equal(again.id, made.id);
});

test('updates, empties with fieldsToNull, deletes and undeletes', async () => {
    const [made] = await org.soap.create([{ type: 'Lead', LastName: 'Gone', Company: 'Soap', Title: 'Before' }]);
    const [updated] = await org.soap.update([{ type: 'Lead', Id: made.id, Title: null, Phone: '1' }]);
    assert.equal(updated.success, true);
    const stored = await org.sobject('Lead').retrieve(made.id);
    assert.deepEqual([stored.Title, stored.Phone], [null, '1']);
    assert.equal((await org.soap.delete([made.id]))[0].success, true);
    assert.equal(await codeOf(org.sobject('Lead').retrieve(made.id)), 'NOT_FOUND');
    assert.equal((await org.soap.undelete([made.id]))[0].success, true);
    assert.equal((await org.sobject('Lead').retrieve(made.id)).LastName, 'Gone');
});

test('converts a lead into account, contact and opportunity', async () => {
    const [lead] = await org.soap.create([{ type: 'Lead', LastName: 'Buyer', Company: 'Convert' }]);
    const done = await org.soap.convertLead({ leadId: lead.id, convertedStatus: 'Closed - Converted' });
    assert.equal(done.success, true);
    assert.match(done.contactId, /^003/);
    const stored = await org.sobject('Lead').retrieve(lead.id);
    assert.deepEqual([stored.IsConverted, stored.ConvertedContactId], [true, done.contactId]);
});

test('logs in again when its session ended, and repeats the call', async () => {
    const token = org.accessToken;
    await fault(salesforce, 'expire-tokens');
    assert.ok((await org.soap.getUserInfo()).userId);
    assert.notEqual(org.accessToken, token);
});
