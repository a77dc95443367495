package parlance.ops;

import static parlance.json.JsonText.array;
import static parlance.json.JsonText.object;

import jakarta.json.JsonObject;
import java.util.List;

/** One thing that is asked about, and whether it is as it should be. */
record Check(String name, boolean up) {
    /** {@code {status, checks:[{name, status}]}}: up when each of them is. */
    static JsonObject report(List<Check> checks) {
        return object(o -> o.add("status", status(allUp(checks)))
                .add("checks", array(checks.stream().map(Check::toJson).toList())));
    }

    static boolean allUp(List<Check> checks) {
        return checks.stream().allMatch(Check::up);
    }

    private JsonObject toJson() {
        return object(o -> o.add("name", name).add("status", status(up)));
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
