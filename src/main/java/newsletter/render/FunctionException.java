package newsletter.render;

import freemarker.template.TemplateModelException;

/** A function that was not called as it wants to be. Its message and hint are a finding's. */
final class FunctionException extends TemplateModelException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    FunctionException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
