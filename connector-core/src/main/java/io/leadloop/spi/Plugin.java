package io.leadloop.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What LeadLoop adds to an account, and the way it gets there and away. Nothing is touched that is not a part of it. A part
 * that the vendor refuses is a {@link PartProblem}; a call that fails is one {@code CallFailed}.
 */
public interface Plugin {

    /** Of the parts that this program brings, such as {@code 0.1.0}. */
    String version();

    /**
     * Compares the account with what this program brings. Changes nothing, and needs no more rights than a sync does.
     *
     * @param adopted fields of the account that stand for ours, as an order named them
     */
    Installed look(Set<String> adopted);

    /** A field of the account with a list of values that could stand for our reason field; empty if there is none. */
    Optional<ObjectSchema.Field> adoptable(String field);

    /**
     * Adds what is missing and corrects what differs; a second time nothing changes. All parts are looked at first, and
     * all problems are told at once; with one of them nothing is sent. Where the vendor can, all or nothing is applied.
     *
     * @param progress takes one short line for each step
     */
    InstallReport install(InstallOrder order, Consumer<String> progress);

    /** What a removal destroys, part by part, counted now; parts without data are left out. */
    List<Holding> holdings();

    /** Of a holding's table: every row with a value of ours, its id and our fields, by the names that the account uses. */
    void export(String table, Consumer<Map<String, String>> row);

    /** Takes away all parts with their data, and what people adopted stays. Without any part nothing happens. */
    InstallReport remove(boolean checkOnly, Consumer<String> progress);
}
