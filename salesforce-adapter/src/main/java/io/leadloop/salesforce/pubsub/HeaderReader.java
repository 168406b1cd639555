package io.leadloop.salesforce.pubsub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Reads the header of events that were written by one schema, and no other field of theirs. */
final class HeaderReader {

    private static final String HEADER = "ChangeEventHeader";
    private static final List<String> WANTED = List.of("entityName", "recordIds", "changeType");

    /** An event that is none of the kind that we know. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String what, Throwable cause) {
            super(what, cause);
        }
    }

    private final GenericDatumReader<GenericRecord> reader;

    private HeaderReader(GenericDatumReader<GenericRecord> reader) {
        this.reader = reader;
    }

    static HeaderReader of(String json) throws Unreadable {
        try {
            Schema written = new Schema.Parser().parse(json);
            return new HeaderReader(new GenericDatumReader<>(written, part(written)));
        } catch (AvroRuntimeException | NullPointerException e) {
            throw new Unreadable("a schema without a header", e);
        }
    }

    /** The same record with three fields of its header. */
    private static Schema part(Schema written) {
        Schema header = written.getField(HEADER).schema();
        List<Schema.Field> fields = new ArrayList<>();
        WANTED.forEach(
                name -> fields.add(new Schema.Field(name, header.getField(name).schema())));
        Schema part = Schema.createRecord(header.getName(), null, header.getNamespace(), false, fields);
        return Schema.createRecord(
                written.getName(), null, written.getNamespace(), false, List.of(new Schema.Field(HEADER, part)));
    }

    ChangeHeader read(byte[] payload) throws Unreadable {
        try {
            GenericRecord event = reader.read(null, DecoderFactory.get().binaryDecoder(payload, null));
            GenericRecord header = (GenericRecord) event.get(HEADER);
            List<String> ids = new ArrayList<>();
            ((List<?>) header.get("recordIds")).forEach(id -> ids.add(id.toString()));
            return new ChangeHeader(
                    header.get("entityName").toString(),
                    ids,
                    header.get("changeType").toString());
        } catch (IOException | AvroRuntimeException | ClassCastException | IndexOutOfBoundsException e) {
            throw new Unreadable("a payload that does not fit its schema", e);
        }
    }
}
