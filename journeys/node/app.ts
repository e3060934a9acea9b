// An application in TypeScript that has nothing but the client that was generated from the contract. It is told who logs
// in, and the code of the mail when it asks for it.
import { createInterface } from 'node:readline';
import {
  AuthenticationApi,
  Configuration,
  DecisionsApi,
  type InvalidRequestProblem,
  InvalidRequestProblemFromJSON,
  type MfaRequiredProblem,
  MfaRequiredProblemFromJSON,
  OrganizationsApi,
  ResponseError,
  SecondFactorsApi,
  UsersApi,
  instanceOfTokens,
} from './client/index.js';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const told = async (): Promise<string> => (await lines.next()).value;

const basePath = process.env['REALM'] ?? '';
const username = await told();
const password = await told();

async function problem<T>(request: Promise<unknown>, status: number, read: (json: unknown) => T): Promise<T> {
  try {
    await request;
  } catch (failure) {
    if (failure instanceof ResponseError && failure.response.status === status) {
      return read(await failure.response.json());
    }
    throw failure;
  }
  throw new Error(`not refused with ${status}`);
}

const anyone = new Configuration({ basePath });
const due: MfaRequiredProblem = await problem(
  new AuthenticationApi(anyone).logIn({ loginRequest: { username, password } }),
  403,
  MfaRequiredProblemFromJSON,
);
const factors = new SecondFactorsApi(anyone);
const challenge = await factors.challenge({
  challengeRequest: { methodId: due.methods[0]?.id ?? '', mfaToken: due.mfaToken },
});
console.log('code?');
const tokens = await factors.verify({
  verifyRequest: { challengeId: challenge.challengeId, mfaToken: due.mfaToken, code: await told() },
});
if (!instanceOfTokens(tokens)) {
  throw new Error('no tokens');
}

const person = new Configuration({ basePath, accessToken: tokens.accessToken });
const me = await new UsersApi(person).getMe();
console.log(`me ${me.id} ${me.email}`);

const organizations = new OrganizationsApi(person);
const made = await organizations.createOrganization({ newOrganization: { name: 'Generated in TypeScript' } });
const own = await organizations.listOrganizations();
console.log(`organizations ${own.items.map((item) => item.alias)} of ${own.items.every((item) => item.id === made.id)}`);

const refused: InvalidRequestProblem = await problem(
  organizations.createOrganization({ newOrganization: { name: '' } }),
  400,
  InvalidRequestProblemFromJSON,
);
console.log(`refused ${refused.status} ${refused.errors?.map((error) => error.pointer)}`);

const decisions = new DecisionsApi(
  new Configuration({
    basePath,
    username: 'gatehouse-service',
    password: 'gatehouse-demo-service-secret',
  }),
);
const validateRequest = { token: tokens.accessToken };
console.log(`active ${(await decisions.validate({ validateRequest })).active}`);
await new AuthenticationApi(person).logOut();
console.log(`active ${(await decisions.validate({ validateRequest })).active}`);
process.exit(0);
