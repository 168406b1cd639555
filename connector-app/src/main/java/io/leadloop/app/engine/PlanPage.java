package io.leadloop.app.engine;

import io.leadloop.app.rehearsal.PersonChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A planned run as a page without scripts that a browser shows at any width. Every text in it is escaped by the writer. */
public final class PlanPage {

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 1rem auto; padding: 0 1rem;
                   color: #1c2430; background: #fff; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #d5dae1;
                     vertical-align: top; overflow-wrap: anywhere; }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
            summary { cursor: pointer; padding: .5rem 0; }
            div.wide { overflow-x: auto; }
            @media (prefers-color-scheme: dark) { body { color: #e6e9ee; background: #14181f; } }
            """;

    private final XMLStreamWriter out;

    private PlanPage(XMLStreamWriter out) {
        this.out = out;
    }

    /** Replaces the file. @throws UncheckedIOException if it cannot be written */
    public static void write(Path file, PlannedRun run) {
        try (Writer text = Files.newBufferedWriter(file)) {
            text.write("<!DOCTYPE html>\n");
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new PlanPage(out).page(run);
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a page of plain elements can always be written", e);
        }
    }

    private void page(PlannedRun run) throws XMLStreamException {
        out.writeStartElement("html");
        out.writeAttribute("lang", "en");
        out.writeStartElement("head");
        out.writeEmptyElement("meta");
        out.writeAttribute("charset", "utf-8");
        out.writeEmptyElement("meta");
        out.writeAttribute("name", "viewport");
        out.writeAttribute("content", "width=device-width, initial-scale=1");
        element("title", "LeadLoop: what a live run would write");
        element("style", STYLE);
        out.writeEndElement();
        out.writeStartElement("body");
        element("h1", "What a live run would write");
        element("p", "Nothing was written. This page holds personal data of the people that it shows.");
        counts(run);
        firstSight(run);
        people(run.sample());
        out.writeEndElement();
        out.writeEndElement();
    }

    private void counts(PlannedRun run) throws XMLStreamException {
        element("h2", "Records");
        if (run.counts().values().stream().allMatch(types -> types.isEmpty())) {
            element("p", "None.");
            return;
        }
        table("connection", "object", "created", "changed", "fields emptied");
        for (var connection : run.counts().entrySet()) {
            for (var type : connection.getValue().entrySet()) {
                out.writeStartElement("tr");
                element("td", connection.getKey().value());
                element("td", type.getKey().value());
                number(type.getValue().created());
                number(type.getValue().changed());
                number(type.getValue().cleared());
                out.writeEndElement();
            }
        }
        end();
    }

    private void firstSight(PlannedRun run) throws XMLStreamException {
        element("h2", "Values that differed when records were linked");
        element("p", "Both are kept until a person decides: leadloop review list.");
        if (run.firstSight().isEmpty()) {
            element("p", "None.");
            return;
        }
        table("field", "people");
        for (var field : run.firstSight().entrySet()) {
            out.writeStartElement("tr");
            element("td", field.getKey());
            number(field.getValue());
            out.writeEndElement();
        }
        end();
    }

    private void people(List<PersonChange> sample) throws XMLStreamException {
        element("h2", "People before and after, a sample of " + sample.size());
        for (PersonChange person : sample) {
            out.writeStartElement("details");
            element("summary", person.name() + ", " + person.fields().size() + " fields");
            table("record", "field", "before", "after", "who wins");
            for (PersonChange.Field field : person.fields()) {
                out.writeStartElement("tr");
                element("td", field.record());
                element("td", field.field());
                element("td", field.before());
                element("td", field.after());
                element("td", field.because());
                out.writeEndElement();
            }
            end();
            out.writeEndElement();
        }
    }

    private void table(String... heads) throws XMLStreamException {
        out.writeStartElement("div");
        out.writeAttribute("class", "wide");
        out.writeAttribute("tabindex", "0");
        out.writeStartElement("table");
        out.writeStartElement("tr");
        for (String head : heads) {
            out.writeStartElement("th");
            out.writeAttribute("scope", "col");
            out.writeCharacters(head);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void end() throws XMLStreamException {
        out.writeEndElement();
        out.writeEndElement();
    }

    private void number(long value) throws XMLStreamException {
        out.writeStartElement("td");
        out.writeAttribute("class", "number");
        out.writeCharacters(String.format("%,d", value));
        out.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }
}
