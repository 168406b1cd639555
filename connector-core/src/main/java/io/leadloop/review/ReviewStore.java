package io.leadloop.review;

import java.util.List;
import java.util.Optional;

/** Reads the review list; items are put through the unit of work. */
public interface ReviewStore {

    /** Oldest first. */
    List<ReviewItem> open();

    Optional<ReviewItem> item(String id);
}
