using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A picture that nobody drew: two marks and a text.</summary>
public static class CannedPicture
{
    public static Picture Of(string id) => new(
        id,
        "Two bars",
        "A bar of 1 and a bar of 2 [1.90, 2.10].",
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120" role="img">
          <style>svg:root{background:#ffffff}</style>
          <g class="mark"><title>1</title><rect x="10" y="10" width="100" height="30" fill="#0072B2"/></g>
          <g class="mark"><title>2</title><rect x="10" y="50" width="200" height="30" fill="#D55E00"/></g>
          <text x="10" y="110" font-size="24" fill="currentColor">seconds</text>
        </svg>
        """,
        Marks: 2);
}
