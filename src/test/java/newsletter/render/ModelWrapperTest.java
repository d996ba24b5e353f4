package newsletter.render;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.template.Configuration;
import org.junit.jupiter.api.Test;

class ModelWrapperTest {
    /** FreeMarker's own is read whole at every start, and lets templates call what they need not. */
    @Test
    void freeMarkersListOfJavaMethodsIsReplaced() throws NoSuchMethodException {
        DefaultMemberAccessPolicy policy = DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_34);

        assertThat(policy.forClass(String.class).isMethodExposed(String.class.getMethod("length")))
                .isFalse();
        assertThat(policy.forClass(Object.class).isMethodExposed(Object.class.getMethod("getClass")))
                .isFalse();
    }
}
