namespace Afmpeg.Perf.Foundation;

/// <summary>How far two names are apart, to suggest the nearest valid one.</summary>
public static class EditDistance
{
    /// <summary>The least number of insertions, deletions and replacements that turn one text into the other (Levenshtein 1966).</summary>
    public static int Between(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var (row, letter) in left.Index())
        {
            var current = new int[right.Length + 1];
            current[0] = row + 1;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (letter == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
