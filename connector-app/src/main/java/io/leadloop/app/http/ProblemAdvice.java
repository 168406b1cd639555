package io.leadloop.app.http;

import io.leadloop.failure.CallFailed;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.FenceLost;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every failure as a problem; what nobody foresaw goes to the log, and only its code to the client. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception thrown, HttpServletRequest request) {
        Problem problem = problem(thrown, "the request");
        if (problem.status() >= Code.INTERNAL.status()) {
            LOG.error("request failed route={} code={}", request.getMethod(), problem.code(), thrown);
        }
        HttpHeaders headers = new HttpHeaders();
        if (thrown instanceof ErrorResponse response && response.getHeaders().getAllow() != null) {
            headers.setAllow(response.getHeaders().getAllow());
        }
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static Problem problem(Throwable thrown, String where) {
        if (thrown instanceof Refused refused) {
            return refused.problem();
        }
        Code code = code(thrown);
        return Problem.of(code, code.title(), where, List.of());
    }

    private static Code code(Throwable thrown) {
        if (thrown instanceof ErrorResponse response) {
            return switch (response.getStatusCode().value()) {
                case 404 -> Code.NO_SUCH_ROUTE;
                case 405 -> Code.METHOD_NOT_ALLOWED;
                case 406 -> Code.NOT_ACCEPTABLE;
                case 413 -> Code.TOO_LARGE;
                case 415 -> Code.UNSUPPORTED_MEDIA_TYPE;
                default -> response.getStatusCode().is4xxClientError() ? Code.BAD_REQUEST : Code.INTERNAL;
            };
        }
        if (thrown instanceof HttpMessageNotReadableException) {
            return Code.BAD_REQUEST;
        }
        if (thrown instanceof Conflict) {
            return Code.BUSY;
        }
        boolean store = thrown instanceof DataAccessException
                || thrown instanceof TransactionException
                || thrown instanceof FenceLost
                || (thrown instanceof CallFailed failed
                        && failed.failure().code().startsWith("STORE_"));
        return store ? Code.STORE_DOWN : Code.INTERNAL;
    }
}
