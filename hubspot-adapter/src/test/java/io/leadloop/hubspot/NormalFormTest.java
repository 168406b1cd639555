package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

    @ParameterizedTest
    @CsvSource({
        "string,email,Ada@Portal.Example,ada@portal.example",
        "datetime,leadloop_decided_at,2026-11-20T10:00:00.000Z,2026-11-20T10:00:00Z",
        "datetime,leadloop_decided_at,2026-11-20T11:00:00.412+01:00,2026-11-20T10:00:00.412Z",
        "datetime,leadloop_decided_at,1795219200000,2026-11-21T00:00:00Z",
        "date,closedate,1795219200000,2026-11-21",
        "number,amount,1000.50,1000.5",
        "number,amount,1E3,1000",
        "bool,flag,TRUE,true",
        "enumeration,hs_lead_status,IN_PROGRESS,IN_PROGRESS",
        "datetime,leadloop_decided_at,soon,soon"
    })
    void aValueLooksAsHubSpotGivesItBack(String type, String property, String written, String read) {
        assertThat(NormalForm.of(type, property, written)).isEqualTo(read);
        assertThat(NormalForm.of(type, property, read)).isEqualTo(read);
    }
}
