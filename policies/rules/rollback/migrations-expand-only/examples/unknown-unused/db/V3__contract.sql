-- No longer used since 2.4.
ALTER TABLE orders DROP COLUMN note;
