package newsletter.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import newsletter.model.Prose;

/** What a template writes: HTML or plain text. Decides how rich text prints, and which templates are taken. */
sealed interface Medium {
    /** The ending of its templates, with the dot. */
    String ending();

    /**
     * Rich text as a template prints it.
     *
     * @param headingLevel the level of its topmost heading
     */
    TemplateModel prose(Prose prose, int headingLevel) throws TemplateModelException;

    /** The page. */
    record Html(PictureSources pictures, Marks marks) implements Medium {
        @Override
        public String ending() {
            return ".ftlh";
        }

        @Override
        public TemplateModel prose(Prose prose, int headingLevel) throws TemplateModelException {
            return HTMLOutputFormat.INSTANCE.fromMarkup(new ProseHtml(pictures, headingLevel, marks).of(prose));
        }
    }

    /** Its twin. */
    record Text(LinkNumbers numbers) implements Medium {
        @Override
        public String ending() {
            return ".ftl";
        }

        @Override
        public TemplateModel prose(Prose prose, int headingLevel) {
            return new SimpleScalar(new ProseText(numbers).of(prose));
        }
    }
}
