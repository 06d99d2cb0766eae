import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('the older web apps take FTP unless told otherwise', async () => {
  const text = `
resource "azurerm_app_service" "old" {}
resource "azurerm_linux_web_app" "new" {
  site_config { remote_debugging_enabled = true }
}
`;
  expect(await terraformSubjects(text, 'web-app')).toMatchInlineSnapshot(`
    "web-app :azurerm_linux_web_app.new "azurerm_linux_web_app.new" @3:1
      provider: "azure"
      plainFtp: false @4:3 (ftps_state is not set here @4:3)
      remoteDebugging: true @4:44
      anyOrigin: false @3:1

    web-app :azurerm_app_service.old "azurerm_app_service.old" @2:1
      provider: "azure"
      plainFtp: true @2:1 (site_config.ftps_state is not set here @2:1)
      remoteDebugging: false @2:1 (site_config.remote_debugging_enabled is not set here @2:1)
      anyOrigin: false @2:1"
  `);
});
