// salesforce-pubsub-api-client speaks TLS only: a relay with a certificate of its own stands before the simulator.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { after, before, test } from 'node:test';
import tls from 'node:tls';
import PubSubApiClient from 'salesforce-pubsub-api-client';
import { login } from './org.js';
import { act, edit, salesforce } from './vendors.js';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const LEADS = '/data/LeadChangeEvent';
const ROWS = '/data/LeadLoop_Handoff__ChangeEvent';

let relay;

before(async () => {
    const { hostname, port } = new URL(process.env.LEADLOOP_PUBSUB);
    const secure = {
        pfx: readFileSync(process.env.LEADLOOP_CERTIFICATE),
        passphrase: process.env.LEADLOOP_CERTIFICATE_PASSWORD,
        ALPNProtocols: ['h2'],
    };
    relay = tls.createServer(secure, (outside) => {
        const inside = net.connect(Number(port), hostname);
        outside.pipe(inside).pipe(outside);
        outside.on('error', () => inside.destroy());
        inside.on('error', () => outside.destroy());
    });
    await new Promise((listening) => relay.listen(0, '127.0.0.1', listening));
});

after(() => {
    relay.close();
    // this client cannot end its streams, and waits for them when it is closed
    setTimeout(() => process.exit(), 500);
});

async function connected(more = {}) {
    const client = new PubSubApiClient(configuration(more), SILENT);
    await client.connect();
    return client;
}

function configuration(more = {}) {
    return {
        authType: 'oauth-client-credentials',
        loginUrl: salesforce,
        clientId: 'sim-client',
        clientSecret: 'sim-secret',
        pubSubEndpoint: `127.0.0.1:${relay.address().port}`,
        rejectUnauthorizedSsl: false,
        ...more,
    };
}

/** The next things of these sorts that the client tells of a topic. */
function hears(topic, subscribe, sorts, many) {
    return new Promise((resolve) => {
        const heard = [];
        subscribe(topic, (subscription, sort, data) => {
            if (sorts.includes(sort) && heard.push(data) === many) {
                resolve(heard);
            }
        });
    });
}

async function lead(name) {
    return (await edit('Lead', { LastName: name, Company: 'Acme' })).Id;
}

test('logs in and hears of an edit: entity, id, sort, origin, and the changed fields by their bitmap', async () => {
    const client = await connected();
    const id = await lead('Brandt');
    const told = hears(LEADS, (topic, tell) => client.subscribe(topic, tell, 1), ['event'], 1);
    await new Promise((soon) => setTimeout(soon, 500));
    await edit('Lead', { Title: 'CTO' }, id);
    const [{ payload, schemaId }] = await told;
    const header = payload.ChangeEventHeader;
    assert.equal(header.entityName, 'Lead');
    assert.deepEqual(header.recordIds, [id]);
    assert.equal(header.changeType, 'UPDATE');
    assert.equal(header.changeOrigin, '');
    assert.ok(header.changedFields.includes('Title'));
    assert.ok(!header.changedFields.includes('LastName'));
    assert.deepEqual(header.nulledFields, []);
    assert.equal(payload.Title, 'CTO');
    assert.ok(schemaId.length > 0);
});

test('hears of a call by jsforce with its origin, and of an emptied field', async () => {
    const client = await connected();
    const id = await lead('Haas');
    await edit('Lead', { Title: 'CIO' }, id);
    const told = hears(LEADS, (topic, tell) => client.subscribe(topic, tell, 1), ['event'], 1);
    await new Promise((soon) => setTimeout(soon, 500));
    await (await login()).sobject('Lead').update({ Id: id, Title: null });
    const [{ payload }] = await told;
    assert.match(payload.ChangeEventHeader.changeOrigin, /^com\/salesforce\/api\/rest/);
    assert.ok(payload.ChangeEventHeader.nulledFields.includes('Title'));
});

test('replays from the earliest event and from behind one', async () => {
    const client = await connected();
    const one = await edit('LeadLoop_Handoff__c', { LeadLoop_Cycle__c: '1' });
    const two = await edit('LeadLoop_Handoff__c', { LeadLoop_Cycle__c: '2' });
    const both = await hears(ROWS, (topic, tell) => client.subscribeFromEarliestEvent(topic, tell, 2), ['event'], 2);
    assert.deepEqual(both.map((event) => event.payload.ChangeEventHeader.recordIds[0]), [one.Id, two.Id]);
    const other = await connected();
    const [second] = await hears(
        ROWS, (topic, tell) => other.subscribeFromReplayId(topic, tell, 1, both[0].replayId), ['event'], 1);
    assert.equal(second.payload.ChangeEventHeader.recordIds[0], two.Id);
});

test('is told once its events are all there', async () => {
    const third = await connected();
    await hears(ROWS, (topic, tell) => third.subscribeFromEarliestEvent(topic, tell, 2), ['lastEvent'], 1);
});

test('is refused a topic that is not selected, an old replay id and a session of nobody', async () => {
    const client = await connected();
    const refused = async (one, topic, subscribe) => {
        const [error] = await hears(topic, subscribe, ['error'], 1);
        return [error.code, error.metadata?.get('error-code')?.[0] ?? ''];
    };
    const task = await refused(client, '/data/TaskChangeEvent', (topic, tell) => client.subscribe(topic, tell, 1));
    assert.equal(task[0], 5);
    const replay = await refused(client, '/data/ContactChangeEvent',
        (topic, tell) => client.subscribeFromReplayId(topic, tell, 1, 999_999));
    assert.deepEqual(replay, [3, 'sfdc.platform.eventbus.grpc.subscription.fetch.replayid.corrupted']);
    const org = await login();
    const stranger = await connected({
        authType: 'user-supplied',
        accessToken: '00D!nobody',
        instanceUrl: 'https://acme.my.salesforce.example',
        organizationId: org.userInfo.organizationId,
    });
    const nobody = await refused(stranger, LEADS, (topic, tell) => stranger.subscribe(topic, tell, 1));
    assert.deepEqual(nobody, [16, 'sfdc.platform.eventbus.grpc.service.auth.error']);
});

test('hears nothing beyond the allowance of the day', async () => {
    const client = await connected();
    await act(salesforce, 'delivery-limit', { events: '0' });
    const told = hears('/data/OpportunityChangeEvent', (topic, tell) => client.subscribe(topic, tell, 1), ['error'], 1);
    await new Promise((soon) => setTimeout(soon, 500));
    await edit('Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-06-30' });
    const [error] = await told;
    assert.equal(error.metadata.get('error-code')[0], 'sfdc.platform.eventbus.grpc.subscription.limit.exceeded');
});
