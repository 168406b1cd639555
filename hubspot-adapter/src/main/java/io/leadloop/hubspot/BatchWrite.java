package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends rows in batches and finds each row's outcome by its trace id, because results come in no order. A batch that is
 * refused as a whole, with nothing written, is halved until the bad row stands alone: at most twice as many calls as rows.
 */
final class BatchWrite {

    private final HubSpotClient client;
    private final String path;
    private final Function<JsonNode, String> otherName;
    private final Function<JsonNode, WriteOutcome> applied;
    private final Outcomes outcomes;

    /**
     * @param otherName what else a result may be recognised by, should it come without trace id
     * @param applied the outcome that a result stands for
     */
    BatchWrite(
            HubSpotClient client,
            String path,
            Function<JsonNode, String> otherName,
            Function<JsonNode, WriteOutcome> applied,
            Outcomes outcomes) {
        this.client = client;
        this.path = path;
        this.otherName = otherName;
        this.applied = applied;
        this.outcomes = outcomes;
    }

    void send(List<BatchRow> rows, int size) {
        for (int start = 0; start < rows.size(); start += size) {
            send(rows.subList(start, Math.min(start + size, rows.size())));
        }
    }

    private void send(List<BatchRow> rows) {
        ObjectNode body = Json.object();
        body.set("inputs", Json.nodes(rows.stream().map(BatchRow::input)));
        Answer answer;
        try {
            answer = client.send(Call.write(path, body));
        } catch (CallFailed e) {
            outcomes.failed(rows.stream().map(BatchRow::index).toList(), e);
            return;
        }
        if (answer.refusal().isEmpty()) {
            settle(rows, answer.body());
        } else if (rows.size() == 1) {
            outcomes.set(rows.get(0).index(), rejected(answer.refusal().get()));
        } else {
            int half = rows.size() / 2;
            send(rows.subList(0, half));
            send(rows.subList(half, rows.size()));
        }
    }

    private void settle(List<BatchRow> rows, JsonNode body) {
        List<BatchRow> open = new ArrayList<>(rows);
        for (JsonNode result : body.path("results")) {
            take(open, row -> row.isAnsweredBy(result, otherName.apply(result)), applied.apply(result));
        }
        List<VendorError> unplaced = new ArrayList<>();
        for (JsonNode each : body.path("errors")) {
            VendorError error = VendorError.ofRow(each);
            if (!take(open, row -> row.isMeantBy(error), rejected(error))) {
                unplaced.add(error);
            }
        }
        boolean onlyThese = !unplaced.isEmpty() && unplaced.size() == open.size();
        for (int i = 0; i < open.size(); i++) {
            outcomes.set(open.get(i).index(), onlyThese ? rejected(unplaced.get(i)) : Outcomes.unanswered());
        }
    }

    private boolean take(List<BatchRow> open, java.util.function.Predicate<BatchRow> fits, WriteOutcome outcome) {
        List<BatchRow> taken = open.stream().filter(fits).toList();
        taken.forEach(row -> outcomes.set(row.index(), outcome));
        open.removeAll(taken);
        return !taken.isEmpty();
    }

    private static WriteOutcome rejected(VendorError error) {
        return new WriteOutcome.Rejected(ErrorTable.failure(error, false));
    }
}
