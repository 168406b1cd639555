package io.leadloop.app.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Batches and lists of values over a {@link JdbcTemplate}. */
final class Sql {

    private static final int CHUNK = 128;

    private final JdbcTemplate jdbc;

    Sql(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    <T> List<T> query(String sql, RowMapper<T> row, Object... values) {
        return jdbc.query(sql, row, values);
    }

    int update(String sql, @Nullable Object... values) {
        return jdbc.update(sql, values);
    }

    /** Rows of a statement that ends with {@code IN}, whatever the number of values. */
    <T> List<T> in(String sql, Collection<String> values, RowMapper<T> row, Object... before) {
        List<T> found = new ArrayList<>();
        List<String> all = values.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            int places = Integer.highestOneBit(Math.max(1, some.size() * 2 - 1));
            List<Object> bound = new ArrayList<>(List.of(before));
            bound.addAll(some);
            bound.addAll(Collections.nCopies(places - some.size(), some.get(0)));
            String list = " (" + String.join(",", Collections.nCopies(places, "?")) + ")";
            found.addAll(jdbc.query(sql + list, row, bound.toArray()));
        }
        return found;
    }

    /** One statement for all, in their order; gives those that changed no row. */
    <T> List<T> batch(String sql, Collection<T> all, Function<T, @Nullable Object[]> values) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<T> things = List.copyOf(all);
        int[] counts = jdbc.batchUpdate(sql, things.stream().map(values).toList());
        List<T> missed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                missed.add(things.get(i));
            }
        }
        return missed;
    }
}
