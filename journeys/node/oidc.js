// An application with a certified OpenID Connect library that knows nothing of Gatehouse: is told the answer of a login,
// takes it for one of a token endpoint, and does with it all that the standards have.
import * as oauth from 'oauth4webapi';
import { createInterface } from 'node:readline';

const issuer = new URL(process.env.ISSUER);
const onLoopback = { [oauth.allowInsecureRequests]: true };
const app = { client_id: process.env.APP };
const service = { client_id: process.env.SERVICE };
const secret = oauth.ClientSecretPost(process.env.SERVICE_SECRET);

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const login = new Response((await lines.next()).value, { headers: { 'Content-Type': 'application/json' } });

const discovery = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...onLoopback });
const server = await oauth.processDiscoveryResponse(issuer, discovery);

async function isActive(token) {
  const answer = await oauth.introspectionRequest(server, service, secret, token, onLoopback);
  return (await oauth.processIntrospectionResponse(server, service, answer)).active;
}

const tokens = await oauth.processGenericTokenEndpointResponse(server, app, login);
await oauth.validateApplicationLevelSignature(server, login, onLoopback);
const { sub } = oauth.getValidatedIdTokenClaims(tokens);

const info = await oauth.userInfoRequest(server, app, tokens.access_token, onLoopback);
const { email } = await oauth.processUserInfoResponse(server, app, sub, info);
console.log(`user ${sub} ${email}`);

const refresh = await oauth.refreshTokenGrantRequest(server, app, oauth.None(), tokens.refresh_token, onLoopback);
const next = await oauth.processRefreshTokenResponse(server, app, refresh);
await oauth.validateApplicationLevelSignature(server, refresh, onLoopback);
console.log(`active ${await isActive(next.access_token)}`);

const revocation = await oauth.revocationRequest(server, app, oauth.None(), next.refresh_token, onLoopback);
await oauth.processRevocationResponse(revocation);
console.log(`revoked ${!(await isActive(next.access_token))}`);
process.exit(0);
