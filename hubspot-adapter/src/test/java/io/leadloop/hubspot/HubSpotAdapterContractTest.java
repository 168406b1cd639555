package io.leadloop.hubspot;

import io.leadloop.fixtures.contract.AdapterContract;
import io.leadloop.fixtures.contract.VendorSandbox;

class HubSpotAdapterContractTest extends AdapterContract {

    @Override
    protected VendorSandbox open() {
        return HubSpotSandbox.open();
    }
}
