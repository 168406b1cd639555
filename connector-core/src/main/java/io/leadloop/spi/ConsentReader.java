package io.leadloop.spi;

import java.util.Collection;
import java.util.Set;

/** Where consent belongs to a mail address and not to a record: what became of an address that a record has no more. */
@FunctionalInterface
public interface ConsentReader {

    /**
     * Those of the addresses that take no marketing mail at all any more.
     *
     * @throws io.leadloop.failure.CallFailed if the vendor does not answer
     */
    Set<String> withdrawn(Collection<String> addresses);
}
