using System.Text;

namespace Afmpeg.Perf.Foundation;

/// <summary>Breaks text into lines at its blanks.</summary>
public static class WrappedText
{
    /// <summary>
    /// A text in lines of a width, as far as its words fit: none is broken, so that a case id can be copied. A line break in the text stays
    /// one, and the blanks that a line begins with are repeated on the lines that it is broken into. What the first and further lines begin
    /// with can be given; no line ends in blanks.
    /// </summary>
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
