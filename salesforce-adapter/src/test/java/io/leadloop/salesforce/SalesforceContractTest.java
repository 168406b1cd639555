package io.leadloop.salesforce;

import io.leadloop.fixtures.contract.AdapterContract;
import io.leadloop.fixtures.contract.VendorSandbox;

final class SalesforceContractTest extends AdapterContract {

    @Override
    protected VendorSandbox open() {
        return SalesforceSandbox.open();
    }
}
