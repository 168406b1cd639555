-- No write names another that it waits for: what follows from a write is planned when it is settled.
DROP TABLE need;

-- Packed documents are bytes: texts are written character by character, and deflated ones had a third more of them.
ALTER TABLE state ALTER COLUMN document SET DATA TYPE ${bytes} USING ${document_as_bytes};
ALTER TABLE entry ALTER COLUMN document SET DATA TYPE ${bytes} USING ${document_as_bytes};
ALTER TABLE review ALTER COLUMN document SET DATA TYPE ${bytes} USING ${document_as_bytes};
ALTER TABLE receipt ALTER COLUMN document SET DATA TYPE ${bytes} USING ${document_as_bytes};
