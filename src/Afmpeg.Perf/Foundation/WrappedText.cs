using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>Breaks text into lines at its blanks.</summary>
public static class WrappedText
{
    /// <summary>The text in lines that fit, as far as its words do: none is broken, so that a case id can be copied.</summary>
    /// <param name="text">Any text; a line break in it stays one, and what a line of it begins with in blanks is kept on those that it is broken into.</param>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="further">What every further line begins with.</param>
    /// <returns>At least one line, none with blanks at its end.</returns>
    public static IEnumerable<string> Lines(string text, int width, string first = "", string further = "")
    {
        var indent = first;
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var words = paragraph.TrimStart(' ');
            var blanks = paragraph.Length - words.Length;
            var line = new StringBuilder(indent).Append(' ', blanks);
            var begin = line.Length;
            foreach (var word in words.Split(' '))
            {
                if (line.Length > begin && line.Length + 1 + word.Length > width)
                {
                    yield return line.ToString().TrimEnd();
                    line.Clear().Append(further).Append(' ', blanks);
                    begin = line.Length;
                }
                else if (line.Length > begin)
                {
                    line.Append(' ');
                }

                line.Append(word);
            }

            yield return line.ToString().TrimEnd();
            indent = further;
        }
    }
}
