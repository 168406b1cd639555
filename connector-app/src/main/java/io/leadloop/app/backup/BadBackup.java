package io.leadloop.app.backup;

import org.jspecify.annotations.Nullable;

/** A file that is no backup, or not a whole one, or does not fit this store. */
public final class BadBackup extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadBackup(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
