import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertion, codeOf, connection, login } from './org.js';
import { clock, salesforce } from './vendors.js';

const JWT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

test('logs in by OAuth client credentials', async () => {
    const org = connection();
    const user = await org.authorize({ grant_type: 'client_credentials' });
    assert.match(user.organizationId, /^00D/);
    assert.equal(org.instanceUrl, salesforce);
    assert.ok(org.accessToken);
});

test('logs in by a signed JWT', async () => {
    const org = connection();
    await org.authorize({ grant_type: JWT, assertion: assertion(await clock(salesforce)) });
    assert.equal((await org.query('SELECT Id FROM User')).done, true);
});

test('is refused with a wrong secret, a wrong audience or an old JWT', async () => {
    const stranger = connection({ clientId: 'sim-client', clientSecret: 'wrong', loginUrl: salesforce });
    assert.equal(await codeOf(stranger.authorize({ grant_type: 'client_credentials' })), 'invalid_client');
    const now = await clock(salesforce);
    const old = new Date(now.getTime() - 3_600_000);
    for (const bad of [assertion(old), assertion(now, 'https://elsewhere.example')]) {
        assert.equal(await codeOf(connection().authorize({ grant_type: JWT, assertion: bad })), 'invalid_grant');
    }
});

test('learns who it is', async () => {
    const org = await login();
    const identity = await org.identity();
    assert.equal(identity.username, 'integration@leadloop.example');
    assert.equal(identity.user_id, org.userInfo.id);
});

test('learns who it is with nothing but a token', async () => {
    const org = await login();
    const bare = connection();
    bare.instanceUrl = org.instanceUrl;
    bare.accessToken = org.accessToken;
    assert.equal((await bare.identity()).username, 'integration@leadloop.example');
});

test('is refused a SOAP login, which API 65.0 does not have', async () => {
    await assert.rejects(connection().loginBySoap('integration@leadloop.example', 'secret'), /INVALID_OPERATION|not available/);
});
