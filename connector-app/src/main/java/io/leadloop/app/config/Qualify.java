package io.leadloop.app.config;

import io.leadloop.language.YamlNode;

/** Who decides that somebody is a lead. */
public sealed interface Qualify {

    /** @param name of a shipped definition such as {@code mql}, or a path that ends in {@code .yaml} */
    record Definition(String name, YamlNode.Scalar text) implements Qualify {

        public boolean isFile() {
            return name.endsWith(".yaml");
        }
    }

    /** The customer's own rule, in CEL. */
    record When(YamlNode.Scalar text) implements Qualify {}
}
