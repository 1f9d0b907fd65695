/**
 * Stands in for @actions/http-client inside the bundles: @actions/core imports it for OIDC tokens only, and it would
 * add 416 kB (undici) to every action. An action that needs HTTP must bring a client of its own.
 */
const refuse = (): never => {
  throw new Error("this bundle has no HTTP client; see scripts/bundle/no-http-client.ts");
};

export class HttpClient {
  constructor() {
    refuse();
  }
}

export class BearerCredentialHandler {
  constructor() {
    refuse();
  }
}
