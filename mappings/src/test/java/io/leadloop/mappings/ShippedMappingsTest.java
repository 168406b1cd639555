package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.mapping.MappingSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedMappingsTest {

    private final MappingSet set = MappingSet.compile(ShippedFiles.here());

    @TestFactory
    Stream<DynamicTest> eachCaseHolds() {
        return set.mappings().stream()
                .flatMap(mapping -> mapping.cases().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                mapping.name() + ": " + example.name(),
                                () -> assertThat(example.differences(mapping))
                                        .as(example.where().toString())
                                        .isEmpty())));
    }

    @Test
    void eachMappingHasACase() {
        assertThat(set.mappings())
                .isNotEmpty()
                .allSatisfy(mapping ->
                        assertThat(mapping.cases()).as(mapping.name()).isNotEmpty());
    }
}
