package io.leadloop.app.http;

import io.leadloop.app.control.Door;
import io.leadloop.app.engine.CardDoor;
import io.leadloop.app.keys.KeyRole;
import io.leadloop.app.keys.Keys;
import io.leadloop.app.serve.Serving;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Which role opens which route. There are no sessions, no cookies and no forms, so there is nothing to forge. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityWiring {

    @Bean
    SecurityFilterChain routes(HttpSecurity http, Keys keys, Door door, Serving serving) throws Exception {
        // no bean: the web server would run every filter that it finds before this chain
        CardFilter cards = new CardFilter(CardDoor.of(serving.configuration()), InstantSource.system());
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(cards, AuthorizationFilter.class)
                .addFilterBefore(new KeyFilter(keys, door), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/health/live", "/health/ready")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/hooks/hubspot")
                                .permitAll()
                                .requestMatchers("/control/**")
                                .hasAuthority(Access.CONTROL)
                                .requestMatchers(HttpMethod.POST, "/api/v1/handoffs/*/answers")
                                .hasAnyAuthority(KeyRole.OPS.name(), Access.CARD)
                                .requestMatchers("/api/v1/cards/**")
                                .hasAuthority(Access.CARD)
                                .anyRequest()
                                .hasAuthority(KeyRole.VIEWER.name()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, thrown) -> Refusals.unauthenticated(response, Code.KEY_MISSING))
                        .accessDeniedHandler((request, response, thrown) ->
                                Refusals.answer(response, Code.ROLE_TOO_LOW, "the header Authorization")))
                .build();
    }

    /** There are no passwords: keys are looked up by {@link KeyFilter} alone. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new AuthenticationServiceException("there are no passwords");
        };
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, thrown) -> Refusals.answer(response, Code.BAD_REQUEST, "the address");
    }
}
