package io.leadloop.app.http;

import io.leadloop.app.keys.ApiKey;
import io.leadloop.app.keys.KeyRole;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks, as Spring Security wants it: a key's id, and its role with those below it. */
final class Access extends AbstractAuthenticationToken {

    static final String CONTROL = "CONTROL";
    static final String CARD = "CARD";

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String by;

    private Access(String id, String by, List<GrantedAuthority> authorities) {
        super(authorities);
        this.id = id;
        this.by = by;
        setAuthenticated(true);
    }

    static Access of(ApiKey key) {
        return new Access(
                key.id(),
                "",
                Arrays.stream(KeyRole.values())
                        .filter(role -> role.compareTo(key.role()) <= 0)
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.name()))
                        .toList());
    }

    /** A command of this machine. */
    static Access control() {
        return new Access("control", "", List.of(new SimpleGrantedAuthority(CONTROL)));
    }

    /**
     * Somebody who looks at a card in HubSpot.
     *
     * @param user HubSpot's id of the user
     * @param name under which an answer is kept
     */
    static Access card(String user, String name) {
        return new Access("hubspot-" + user, name, List.of(new SimpleGrantedAuthority(CARD)));
    }

    /** Under which name an answer is kept; empty where the request says it. */
    String by() {
        return by;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return id;
    }

    @Override
    public String getName() {
        return id;
    }
}
