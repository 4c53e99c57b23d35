package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisForTestsTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @RepeatedTest(2)
    void everyTestBeginsWithAnEmptyRedis() {
        assertThat(redis.client().keys("*")).isEmpty();
        redis.client().set("a", "b");
        assertThat(redis.client().get("a")).isEqualTo("b");
    }
}
