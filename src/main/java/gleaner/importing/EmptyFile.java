package gleaner.importing;

/// A file without anything in it: no reason to fail, but worth a word.
record EmptyFile(Source source) implements Archive {

    @Override
    public Form form() {
        return Form.EMPTY;
    }

    @Override
    public void read(Sink sink) {
        sink.problem(new Problem(source.name(), 0, "The file is empty; nothing was imported."));
    }

    @Override
    public void close() {
        source.close();
    }
}
