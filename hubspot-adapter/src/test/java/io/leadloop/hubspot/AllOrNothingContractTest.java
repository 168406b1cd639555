package io.leadloop.hubspot;

import io.leadloop.fixtures.contract.AdapterContract;
import io.leadloop.fixtures.contract.VendorSandbox;
import io.leadloop.fixtures.hubspot.HubSpotOptions;

/** The same promises where one bad row makes HubSpot refuse the whole update, and where fields tell their times. */
class AllOrNothingContractTest extends AdapterContract {

    @Override
    protected VendorSandbox open() {
        return HubSpotSandbox.open(
                HubSpotOptions.defaults().withoutPartialUpdates(),
                config -> config.with(HubSpotSandbox.POLLING.withFieldTimes(true)));
    }
}
