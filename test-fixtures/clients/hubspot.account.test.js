import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { client, errorOf } from './portal.js';
import { fault, hubspot } from './vendors.js';

const { crm } = client();
const DEFAULT = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 };
const ids = {};

before(async () => {
    ids.contact = (await crm.contacts.basicApi.create({ properties: { email: 'a@assoc.example' }, associations: [] })).id;
    ids.other = (await crm.contacts.basicApi.create({ properties: { email: 'b@assoc.example' }, associations: [] })).id;
    ids.company = (await crm.companies.basicApi.create({ properties: { name: 'Assoc' }, associations: [] })).id;
});

test('ties a contact to a company and reads the tie back', async () => {
    await crm.associations.v4.basicApi.create('contacts', ids.contact, 'companies', ids.company, [DEFAULT]);
    const page = await crm.associations.v4.basicApi.getPage('contacts', ids.contact, 'companies');
    assert.deepEqual(page.results.map((each) => each.toObjectId), [ids.company]);
    assert.ok(page.results[0].associationTypes.some((each) => each.typeId === 279));
});

test('ties and reads in batches; who has no ties is told with 207', async () => {
    const made = await crm.associations.v4.batchApi.create('contacts', 'companies', {
        inputs: [{ _from: { id: ids.contact }, to: { id: ids.company }, types: [DEFAULT] }],
    });
    assert.equal(made.results.length, 1);
    const read = await crm.associations.v4.batchApi.getPage('contacts', 'companies', {
        inputs: [{ id: ids.contact }, { id: ids.other }],
    });
    assert.deepEqual(read.results.map((each) => each._from.id), [ids.contact]);
    assert.equal(read.errors.length, 1);
    assert.equal(read.errors[0].category, 'OBJECT_NOT_FOUND');
});

test('unties a contact', async () => {
    await crm.associations.v4.basicApi.createDefault('contacts', ids.other, 'companies', ids.company);
    await crm.associations.v4.basicApi.archive('contacts', ids.other, 'companies', ids.company);
    const page = await crm.associations.v4.basicApi.getPage('contacts', ids.other, 'companies');
    assert.deepEqual(page.results, []);
});

test('reads the labels of associations', async () => {
    const labels = await crm.associations.v4.schema.definitionsApi.getAll('contacts', 'companies');
    assert.ok(labels.results.some((each) => each.typeId === 279));
});

test('reads properties: our own, with its options, and one that does not exist', async () => {
    const all = await crm.properties.coreApi.getAll('contacts');
    assert.ok(all.results.some((each) => each.name === 'leadloop_key'));
    const reason = await crm.properties.coreApi.getByName('contacts', 'leadloop_reason_code');
    assert.equal(reason.type, 'enumeration');
    assert.ok(reason.options.length >= 30);
    const missing = await errorOf(crm.properties.coreApi.getByName('contacts', 'nonsense'));
    assert.equal(missing.status, 404);
});

test('makes a group and a property once, and is told 409 the second time', async () => {
    const property = {
        name: 'client_made',
        label: 'Client made',
        groupName: 'client_group',
        type: 'string',
        fieldType: 'text',
    };
    await crm.properties.groupsApi.create('contacts', { name: 'client_group', label: 'Client group', displayOrder: -1 });
    assert.equal((await crm.properties.coreApi.create('contacts', property)).name, 'client_made');
    assert.equal((await errorOf(crm.properties.coreApi.create('contacts', property))).status, 409);
});

test('reads owners, all and one', async () => {
    const owners = await crm.owners.ownersApi.getPage();
    assert.equal(owners.results.length, 2);
    const one = await crm.owners.ownersApi.getById(Number(owners.results[0].id), 'id');
    assert.equal(one.email, owners.results[0].email);
});

test('reads the pipelines of deals', async () => {
    const pipelines = await crm.pipelines.pipelinesApi.getAll('deals');
    assert.ok(pipelines.results[0].stages.some((each) => each.id === 'closedwon'));
});

test('unsubscribes an address and reads that it is', async () => {
    const path = `/communication-preferences/v4/statuses/${encodeURIComponent('a@assoc.example')}`;
    const call = async (method, suffix) => (await client().apiRequest({ method, path: path + suffix })).json();
    await call('POST', '/unsubscribe-all?channel=EMAIL');
    const { results } = await call('GET', '?channel=EMAIL');
    assert.ok(results.length > 0 && results.every((each) => each.status === 'UNSUBSCRIBED'));
});

test('gets a token by a refresh token, and calls with it', async () => {
    const token = await client().oauth.tokensApi.create(
        'refresh_token', undefined, undefined, 'sim-client', 'sim-secret', 'sim-refresh',
    );
    assert.ok(token.accessToken && token.expiresIn > 0);
    assert.equal((await client(token.accessToken).crm.owners.ownersApi.getPage()).results.length, 2);
});

test('is told 401 for a wrong token and 403 for what it may not see', async () => {
    const stranger = await errorOf(client('wrong').crm.owners.ownersApi.getPage());
    assert.deepEqual([stranger.status, stranger.body.category], [401, 'INVALID_AUTHENTICATION']);
    const leads = await errorOf(crm.objects.basicApi.getPage('leads'));
    assert.deepEqual([leads.status, leads.body.category], [403, 'MISSING_SCOPES']);
});

test('waits and repeats by itself after 429', async () => {
    await fault(hubspot, 'secondly');
    const patient = client(undefined, { numberOfApiCallRetries: 2 });
    assert.equal((await patient.crm.owners.ownersApi.getPage()).results.length, 2);
    await fault(hubspot, 'daily');
    const refused = await errorOf(crm.owners.ownersApi.getPage());
    assert.deepEqual([refused.status, refused.body.policyName], [429, 'DAILY']);
});
