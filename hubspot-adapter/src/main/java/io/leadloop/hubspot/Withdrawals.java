package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.List;
import java.util.Optional;

/**
 * Takes addresses out of all mail, one call each: the batch form belongs to Marketing Enterprise. The properties {@code
 * hs_email_optout*} are read-only mirrors. There is no way back through us.
 */
record Withdrawals(HubSpotClient client) {

    List<WriteOutcome> write(List<WriteRequest.Withdraw> batch) {
        Outcomes outcomes = new Outcomes(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            try {
                outcomes.set(i, write(batch.get(i)));
            } catch (CallFailed e) {
                outcomes.failed(List.of(i), e);
            }
        }
        return outcomes.inOrder();
    }

    private WriteOutcome write(WriteRequest.Withdraw request) {
        Answer answer =
                client.send(Call.write(Paths.subscriptions(request.address()) + "/unsubscribe-all", Json.object())
                        .with("channel", "EMAIL"));
        return answer.refusal()
                .<WriteOutcome>map(error -> new WriteOutcome.Rejected(ErrorTable.failure(error, false)))
                .orElseGet(() -> new WriteOutcome.Applied(request.ref(), Optional.empty(), false));
    }
}
