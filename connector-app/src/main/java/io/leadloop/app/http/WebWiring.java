package io.leadloop.app.http;

import io.leadloop.app.card.Cards;
import io.leadloop.app.config.HttpAddress;
import io.leadloop.app.control.Door;
import io.leadloop.app.engine.Doorbell;
import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.app.explain.PersonSearch;
import io.leadloop.app.keys.Keys;
import io.leadloop.app.serve.Serving;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.AnswerOrders;
import io.leadloop.pipeline.Setup;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of the HTTP interface. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class WebWiring implements WebMvcConfigurer {

    private static final int THREADS = 20;

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(Json.MAPPER));
    }

    @Bean
    TomcatServletWebServerFactory webServer(HttpAddress address) throws java.net.UnknownHostException {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(address.port());
        factory.setAddress(java.net.InetAddress.getByName(address.bind()));
        factory.setRegisterDefaultServlet(false);
        // at once would interrupt a request, and an interrupted write closes H2's file
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
        factory.addConnectorCustomizers(connector -> {
            connector.setXpoweredBy(false);
            connector.setProperty("maxThreads", Integer.toString(THREADS));
            connector.setProperty("minSpareThreads", "2");
        });
        return factory;
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    RequestTimer requestTimer(Serving serving) {
        return new RequestTimer(serving.meters());
    }

    @Bean
    Keys keys(Serving serving) {
        return new Keys(serving.opened().keys(), InstantSource.system(), new SecureRandom());
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    HealthRoutes healthRoutes(Serving serving) {
        return new HealthRoutes(serving);
    }

    @Bean
    MetricsRoute metricsRoute(Serving serving) {
        return new MetricsRoute(serving.meters());
    }

    @Bean
    DocumentRoute documentRoute() {
        return new DocumentRoute();
    }

    @Bean
    PeopleRoutes peopleRoutes(Serving serving) {
        Store store = serving.opened().store();
        return new PeopleRoutes(
                new PersonSearch(serving.configuration(), store),
                store,
                serving.engine().setup().reasons());
    }

    @Bean
    HandoffRoutes handoffRoutes(Serving serving) {
        return new HandoffRoutes(
                new HandoffSearch(serving.opened().store()),
                serving.engine().setup().reasons());
    }

    @Bean
    AnswerDesk answerDesk(Serving serving) {
        return new AnswerDesk(
                new AnswerOrders(
                        serving.engine().setup(),
                        serving.opened().store(),
                        serving.engine().clock()),
                serving);
    }

    @Bean
    AnswerRoutes answerRoutes(AnswerDesk desk, Serving serving) {
        return new AnswerRoutes(desk, serving.opened().store());
    }

    @Bean
    CardRoutes cardRoutes(AnswerDesk desk, Serving serving) {
        Store store = serving.opened().store();
        Setup setup = serving.engine().setup();
        return new CardRoutes(
                new PersonSearch(serving.configuration(), store),
                store,
                new Cards(setup.reasons(), setup.lifecycle()),
                desk,
                serving.engine().colleagues(),
                serving.engine().clock());
    }

    @Bean
    HookRoutes hookRoutes(Serving serving) {
        return new HookRoutes(Doorbell.of(serving.configuration()), serving, InstantSource.system());
    }

    @Bean
    ControlRoute controlRoute(Door door) {
        return new ControlRoute(door.runner());
    }

    @Bean
    ReasonRoutes reasonRoutes(Serving serving) {
        return new ReasonRoutes(serving.engine().setup().reasons());
    }
}
