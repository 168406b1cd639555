package io.leadloop.canonical;

import java.util.List;

/** Who wins a canonical field, stated once for all systems. */
public sealed interface FieldRule {

    /** As marketing operations read it. */
    String word();

    /** The named role's value wins while it has one. */
    record Prefer(Role role) implements FieldRule {
        @Override
        public String word() {
            return role.word();
        }
    }

    /** The latest change wins if it is certainly later; else the CRM's, then that of the smaller record ref. */
    record Newest() implements FieldRule {
        @Override
        public String word() {
            return "newest";
        }
    }

    /** A blank side is filled; two different values are kept and listed. */
    record OnlyIfBlank() implements FieldRule {
        @Override
        public String word() {
            return "only-if-blank";
        }
    }

    /** The first value that was ever seen stays. */
    record WriteOnce() implements FieldRule {
        @Override
        public String word() {
            return "write-once";
        }
    }

    /** All values of both sides together. */
    record Union() implements FieldRule {
        @Override
        public String word() {
            return "union";
        }
    }

    /** True wins over false and blank; nothing takes it back. */
    record MostRestrictive() implements FieldRule {
        @Override
        public String word() {
            return "most-restrictive";
        }
    }

    /** The value that stands later in this order wins. */
    record ForwardOnly(List<String> order) implements FieldRule {
        public ForwardOnly {
            order = List.copyOf(order);
        }

        @Override
        public String word() {
            return "forward-only";
        }
    }

    /** One rule until the hand-off is delivered, another until its cycle ends. */
    record AroundHandoff(FieldRule before, FieldRule after) implements FieldRule {
        @Override
        public String word() {
            return before.word() + " before the hand-off, " + after.word() + " after it";
        }
    }

    /** We compute it; systems only translate it. */
    record Computed() implements FieldRule {
        @Override
        public String word() {
            return "computed";
        }
    }
}
