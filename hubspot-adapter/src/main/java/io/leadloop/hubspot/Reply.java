package io.leadloop.hubspot;

import java.util.Map;

/** An HTTP answer; header names in lower case. */
record Reply(int status, Map<String, String> headers, String text) {

    Reply {
        headers = Map.copyOf(headers);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean good() {
        return status / 100 == 2;
    }
}
