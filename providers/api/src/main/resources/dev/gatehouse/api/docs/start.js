'use strict';

// Shows the contract of this realm, and lets a reader log in to try an operation: by OpenID Connect, as any application does.
(async () => {
  const realm = location.pathname.replace(/\/auth\/docs\/?$/, '');
  const contract = await (await fetch(`${realm}/auth/openapi.json`)).json();
  contract.servers = [{url: realm}];
  contract.components.securitySchemes.user = {
    type: 'oauth2',
    description: contract.components.securitySchemes.user.description,
    flows: {
      authorizationCode: {
        authorizationUrl: `${realm}/protocol/openid-connect/auth`,
        tokenUrl: `${realm}/protocol/openid-connect/token`,
        scopes: {openid: 'Who you are'},
      },
    },
  };
  const ui = SwaggerUIBundle({
    spec: contract,
    dom_id: '#documentation',
    deepLinking: true,
    docExpansion: 'list',
    filter: true,
    validatorUrl: null,
    oauth2RedirectUrl: `${location.origin}${realm}/auth/docs/oauth2-redirect.html`,
  });
  ui.initOAuth({
    clientId: document.getElementById('documentation').dataset.client,
    scopes: 'openid',
    usePkceWithAuthorizationCodeGrant: true,
  });
})();
