package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.soap.partner.Error;
import com.sforce.soap.partner.StatusCode;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusCodesTest {

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW, TRANSIENT",
        "REQUEST_LIMIT_EXCEEDED, THROTTLED",
        "INVALID_SESSION_ID, UNAUTHENTICATED",
        "INSUFFICIENT_ACCESS_OR_READONLY, FORBIDDEN",
        "CANNOT_UPDATE_CONVERTED_LEAD, NOT_FOUND",
        "ENTITY_IS_DELETED, NOT_FOUND",
        "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE, CONFLICT",
        "DUPLICATE_VALUE, CONFLICT",
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, INVALID",
        "STRING_TOO_LONG, INVALID",
        "REQUIRED_FIELD_MISSING, INVALID",
        "INVALID_FIELD, MISCONFIGURED",
        "STORAGE_LIMIT_EXCEEDED, MISCONFIGURED",
        "MALFORMED_QUERY, INTERNAL",
        "A_CODE_OF_NEXT_YEAR, INVALID"
    })
    void eachCodeHasItsKind(String code, FailureKind kind) {
        Failure failure = StatusCodes.call(code, "");
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void aRowNamesItsFieldsAndNeverItsValue() {
        Failure failure = StatusCodes.row(new Error[] {
            error(StatusCode.STRING_TOO_LONG, "Company: data value too large: Person of the North", "Company")
        });

        assertThat(failure.detail()).contains("Company").doesNotContain("Person");
    }

    @Test
    void anUnknownIdIsNotFoundButABadLookupIsInvalid() {
        assertThat(StatusCodes.row(new Error[] {error(StatusCode.INVALID_CROSS_REFERENCE_KEY, "invalid")})
                        .kind())
                .isEqualTo(FailureKind.NOT_FOUND);
        assertThat(StatusCodes.row(new Error[] {error(StatusCode.INVALID_CROSS_REFERENCE_KEY, "invalid", "OwnerId")})
                        .kind())
                .isEqualTo(FailureKind.INVALID);
    }

    @Test
    void automationThatMetALockedRowCanTryAgain() {
        assertThat(StatusCodes.row(new Error[] {
                            error(StatusCode.CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, "UNABLE_TO_LOCK_ROW, unable")
                        })
                        .kind())
                .isEqualTo(FailureKind.TRANSIENT);
    }

    private static Error error(StatusCode code, String message, String... fields) {
        Error error = new Error();
        error.setStatusCode(code);
        error.setMessage(message);
        error.setFields(fields);
        return error;
    }
}
