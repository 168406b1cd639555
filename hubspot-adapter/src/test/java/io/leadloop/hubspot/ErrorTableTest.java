package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of errors, row by row. */
class ErrorTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400|{'category':'VALIDATION_ERROR','errors':[{'code':'PROPERTY_DOESNT_EXIST'}]}|MISCONFIGURED|PROPERTY_DOESNT_EXIST",
                "400|{'category':'VALIDATION_ERROR','errors':[{'code':'INVALID_OPTION'}]}|INVALID|INVALID_OPTION",
                "400|{'category':'VALIDATION_ERROR','errors':[{'code':'READ_ONLY_VALUE'}]}|MISCONFIGURED|READ_ONLY_VALUE",
                "400|{'category':'VALIDATION_ERROR','errors':[{'code':'INVALID_EMAIL'}]}|INVALID|INVALID_EMAIL",
                "400|{'category':'VALIDATION_ERROR','errors':[{'code':'MISSING_REQUIRED_PROPERTY'}]}|INVALID|MISSING_REQUIRED_PROPERTY",
                "400|{'category':'VALIDATION_ERROR','message':'Duplicate IDs found in batch input: [1]'}|INTERNAL|DUPLICATE_IDS",
                "400|{'message':'One or more associations are invalid'}|NOT_FOUND|INVALID_ASSOCIATION",
                "400|{'message':'Invalid input JSON on line 1'}|INTERNAL|INVALID_JSON",
                "401|{'category':'EXPIRED_AUTHENTICATION'}|UNAUTHENTICATED|EXPIRED_AUTHENTICATION",
                "403|{'category':'MISSING_SCOPES'}|FORBIDDEN|MISSING_SCOPES",
                "403|<html>blocked</html>|TRANSIENT|HTTP_403",
                "404|{'category':'OBJECT_NOT_FOUND'}|NOT_FOUND|OBJECT_NOT_FOUND",
                "404|<html></html>|MISCONFIGURED|UNKNOWN_PATH",
                "409|{'category':'CONFLICT','message':'Contact already exists. Existing ID: 4'}|CONFLICT|CONFLICT",
                "410|{}|MISCONFIGURED|API_GONE",
                "415|{}|INTERNAL|HTTP_415",
                "423|{}|TRANSIENT|LOCKED",
                "429|{'policyName':'DAILY'}|THROTTLED|DAILY",
                "477|{}|TRANSIENT|PORTAL_MIGRATION",
                "500|{'category':'INTERNAL_ERROR'}|TRANSIENT|INTERNAL_ERROR",
                "502|<html></html>|TRANSIENT|HTTP_502",
                "524|<html></html>|TRANSIENT|HTTP_524"
            })
    void anErrorBecomesItsKind(int status, String body, FailureKind kind, String code) {
        Failure failure = failure(status, body, false);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "500,UNKNOWN_OUTCOME",
        "502,UNKNOWN_OUTCOME",
        "504,UNKNOWN_OUTCOME",
        "524,UNKNOWN_OUTCOME",
        "503,TRANSIENT"
    })
    void aWriteThatAGatewayGaveUpMayHaveBeenApplied(int status, FailureKind kind) {
        assertThat(failure(status, "", true).kind()).isEqualTo(kind);
    }

    @Test
    void aMessageWithValuesIsNotPassedOn() {
        Failure failure = failure(
                409,
                "{'category':'CONFLICT','message':'ada@portal.example already has that value','correlationId':'7c1f'}",
                true);

        assertThat(failure.toString()).contains("7c1f").doesNotContain("ada");
    }

    private static Failure failure(int status, String body, boolean write) {
        return ErrorTable.failure(VendorError.of(new Reply(status, Map.of(), body.replace('\'', '"'))), write);
    }
}
