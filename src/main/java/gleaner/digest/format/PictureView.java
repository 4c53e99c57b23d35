package gleaner.digest.format;

import gleaner.digest.Picture;
import gleaner.digest.Wording;
import gleaner.template.Shown;
import gleaner.template.View;

/// A picture for templates.
final class PictureView implements View {

    private final Picture picture;
    private final Wording wording;
    private final PageLanguage in;

    PictureView(Picture picture, Wording wording, PageLanguage in) {
        this.picture = picture;
        this.wording = wording;
        this.in = in;
    }

    public String kind() {
        return "picture";
    }

    public Shown url() {
        return in.url(picture.url());
    }

    public Shown alt() {
        return in.plain(picture.alt());
    }

    public Shown credit() {
        return in.plain(picture.credit());
    }

    public Shown image() {
        return in.image(picture);
    }

    public Shown word() {
        return in.plain(wording.picture());
    }

    public Shown described() {
        return in.plain(picture.described());
    }
}
